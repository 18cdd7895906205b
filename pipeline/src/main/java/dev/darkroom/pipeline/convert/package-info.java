/** The verb {@code convert}: images in, TFRecords out. */
package dev.darkroom.pipeline.convert;
