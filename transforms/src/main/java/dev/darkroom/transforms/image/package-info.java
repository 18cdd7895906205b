/**
 * From the bytes of an image file to the one image that a record holds.
 *
 * <p>{@link dev.darkroom.transforms.image.EngineChoice#open} gives an {@link
 * dev.darkroom.transforms.image.ImageEngine} for an {@link
 * dev.darkroom.transforms.image.spec.ImageSpec}. Whichever engine it is, an image goes through the
 * same steps:
 *
 * <ol>
 *   <li>The format is told by the first bytes, never by the name. JPEG (8-bit, grey or colour,
 *       baseline or progressive) and PNG (all of them) are read; other formats are named and
 *       rejected.
 *   <li>The header's width times height is checked before anything of that size is allocated.
 *   <li>The data must run to its end marker; what follows the end marker is ignored.
 *   <li>Of the shown image, as EXIF orientation turns it, the largest centred part with the
 *       target's aspect ratio is kept ({@code cover}); an odd pixel is cut off right or below.
 *   <li>Grey is replicated to RGB, of 16-bit samples the high byte counts, and transparent pixels
 *       are blended with the background, in sRGB values. Embedded colour profiles are ignored.
 *   <li>The part is resampled to exactly width x height: averaged over areas when it shrinks,
 *       bilinear when it grows.
 *   <li>It is written as baseline JPEG: three components without chroma subsampling (4:4:4), with
 *       libjpeg's quantisation tables for the quality, and Huffman tables made for the image.
 * </ol>
 *
 * <p>One engine gives the same bytes for the same source, in every thread and every run. Two
 * engines agree on everything the steps above check; pixel data damaged inside a sound structure
 * may be noticed by one and not by the other. Their pixels differ by their resampling filters, and
 * where the TensorFlow engine shrinks while decoding, by a cut up to half an output pixel aside.
 *
 * <p>A source that cannot become an image ends in a {@link
 * dev.darkroom.transforms.rejection.RejectedException}; any other exception is a fault of the
 * program or its surroundings.
 */
package dev.darkroom.transforms.image;
