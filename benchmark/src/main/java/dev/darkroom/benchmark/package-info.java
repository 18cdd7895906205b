/** The second pipeline: how fast raw files and TFRecords read, on the user's own storage. */
package dev.darkroom.benchmark;
