/** What a file says of its image before anything is decoded, and whether it is sound. */
package dev.darkroom.transforms.image.source;
