/** From the bytes of an image file to the one image that every record holds. */
package dev.darkroom.transforms.image;
