/**
 * What must be known of the whole collection before the first record: classes, and shards per
 * split.
 */
package dev.darkroom.transforms.planning;
