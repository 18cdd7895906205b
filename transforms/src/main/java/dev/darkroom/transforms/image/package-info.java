/**
 * From the bytes of an image file to the one image that a record holds.
 *
 * <p>{@link dev.darkroom.transforms.image.EngineChoice#open} gives an {@link
 * dev.darkroom.transforms.image.ImageEngine} for an {@link
 * dev.darkroom.transforms.image.spec.ImageSpec}. Every image goes the same way:
 *
 * <ol>
 *   <li>{@code source}: the format is told by the first bytes, never by the name. Headers are read,
 *       the declared size is checked before anything of that size is allocated, the data must run
 *       to its end marker, and a JPEG's coded data must be as long as its frame demands ({@code
 *       jpeg}). What follows the end marker is ignored. Where a JPEG is to shrink, its pixels are
 *       made at the same time.
 *   <li>{@code geometry}: which part of the shown image, as EXIF orientation turns it, becomes
 *       which part of the output. An odd pixel is cut off at the right or below.
 *   <li>What needs no change is stored as it is. For everything else the first {@code backend} that
 *       reads the image
 *       <ul>
 *         <li>decodes it to 8-bit RGB: grey is replicated, 16-bit samples are scaled, transparent
 *             pixels are blended with the background in sRGB values; embedded colour profiles are
 *             ignored unless the spec says otherwise;
 *         <li>resamples it: averaged over areas where it shrinks, bilinear where it grows;
 *         <li>turns it.
 *       </ul>
 *   <li>The background is put beside it, and it is encoded without metadata: JPEG with libjpeg's
 *       quantisation tables for the quality and Huffman tables made for the image ({@code
 *       jpeg.encoder}; the backend, if it is to be progressive), or PNG.
 * </ol>
 *
 * <p>One engine gives the same bytes for the same source, in every thread and every run. Engines
 * agree on what is rejected by the steps before a backend. Their pixels are the same where a JPEG
 * is decoded while its codes are checked, and so are their files. Elsewhere they differ by their
 * decoders' rounding.
 *
 * <p>A source that cannot become an image ends in a {@link
 * dev.darkroom.transforms.rejection.RejectedException}; any other exception is a fault of the
 * program or its surroundings.
 */
package dev.darkroom.transforms.image;
