/**
 * What makes shards a dataset: final names, manifest, metadata for readers, and the mark of
 * success.
 */
package dev.darkroom.transforms.publish;
