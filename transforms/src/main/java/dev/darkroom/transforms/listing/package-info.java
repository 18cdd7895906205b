/** From inputs to image references, by storage listings alone: nothing is opened. */
package dev.darkroom.transforms.listing;
