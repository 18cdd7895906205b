/** Which pixels of a source become which pixels of the output. */
package dev.darkroom.transforms.image.geometry;
