/**
 * What a dataset is: inputs, image references, labels, splits, shards and the names of its files.
 * Pure rules: every choice follows from an image's key and the settings, never from chance or the
 * machine.
 */
package dev.darkroom.transforms.dataset;
