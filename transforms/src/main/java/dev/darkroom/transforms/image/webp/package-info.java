/**
 * Decodes pictures of WebP files, lossless (RFC 9649, section 3) and lossy (RFC 6386, of which
 * WebP's are key frames): whole images, without Java's or anyone else's plug-ins.
 */
package dev.darkroom.transforms.image.webp;
