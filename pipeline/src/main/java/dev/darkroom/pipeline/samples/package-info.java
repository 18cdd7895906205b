/**
 * A collection of images to try the pipeline on, drawn by code: no download, no licence, and the
 * same bytes everywhere. Five classes that a classifier can tell apart, and a few bad files.
 */
package dev.darkroom.pipeline.samples;
