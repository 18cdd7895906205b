package dev.darkroom.transforms.image.backend;

import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.RejectedException;

/**
 * Decodes, resamples, turns and encodes, once it is settled what is to come out. Safe for use by
 * many threads at once.
 */
public interface Backend {
  /** A short name for reports, such as {@code tensorflow}. */
  String name();

  /** Whether it can decode this image, as far as its header tells. */
  boolean reads(SourceImage image);

  /**
   * How many bytes decoding the image takes at once at most, in the heap and in native memory.
   *
   * @throws RejectedException if it turns out that it cannot be decoded
   */
  long decodingBytes(SourceImage image) throws RejectedException;

  /**
   * Makes the file that the plan describes.
   *
   * @param source a whole image file; neither modified nor kept
   * @throws RejectedException if the source turns out not to be an image after all
   */
  byte[] convert(byte[] source, ConversionPlan plan) throws RejectedException;
}
