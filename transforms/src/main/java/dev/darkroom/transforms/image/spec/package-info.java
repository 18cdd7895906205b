/** What the outputs are to be. */
package dev.darkroom.transforms.image.spec;
