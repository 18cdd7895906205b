package dev.darkroom.transforms.image;

import dev.darkroom.transforms.rejection.RejectedException;

/**
 * Turns the bytes of one image file into one image that meets an {@link ImageSpec}, as {@link
 * dev.darkroom.transforms.image} describes. Safe for use by many threads at once.
 */
public interface ImageEngine {
  /** A short name for reports, such as {@code tensorflow}. */
  String name();

  /** As {@link #convert(byte[], Allowance)}, in as much memory as it takes. */
  default EncodedImage convert(byte[] source) throws RejectedException {
    return convert(source, Allowance.UNLIMITED);
  }

  /**
   * Converts one image. The same source gives the same bytes in every thread and every run of one
   * engine on one platform.
   *
   * @param source a whole image file; neither modified nor kept
   * @param allowance asked before each step that takes much memory
   * @return a baseline JPEG of exactly the spec's width and height
   * @throws RejectedException if the source is not an image this engine reads, for one of the
   *     reasons {@code EMPTY}, {@code NOT_AN_IMAGE}, {@code UNSUPPORTED_FORMAT}, {@code
   *     TOO_MANY_PIXELS}, {@code TRUNCATED} and {@code CORRUPT}
   */
  EncodedImage convert(byte[] source, Allowance allowance) throws RejectedException;
}
