/** What an image library must do to take part. */
package dev.darkroom.transforms.image.backend;
