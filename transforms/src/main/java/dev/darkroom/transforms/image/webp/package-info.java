/**
 * Decodes lossless pictures of WebP files (RFC 9649, section 3): whole images, without Java's or
 * anyone else's plug-ins.
 */
package dev.darkroom.transforms.image.webp;
