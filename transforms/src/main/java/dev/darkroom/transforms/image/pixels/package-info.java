/** Decoded images. */
package dev.darkroom.transforms.image.pixels;
