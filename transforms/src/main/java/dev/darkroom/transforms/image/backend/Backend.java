package dev.darkroom.transforms.image.backend;

import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Optional;

/**
 * Decodes, resamples and turns, once it is settled what is to come out, and encodes. Safe for use
 * by many threads at once.
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
   * The picture that the plan describes, as it is shown, without what comes beside it.
   *
   * @param source a whole image file; neither modified nor kept
   * @throws RejectedException if the source turns out not to be an image after all
   */
  Pixels decode(byte[] source, ConversionPlan plan) throws RejectedException;

  /**
   * A file of a finished image.
   *
   * @param format PNG, or JPEG, which is to be progressive
   */
  byte[] encode(Pixels image, ImageFormat format);

  /**
   * The file that an exact conversion gives; empty if there is none of such a source.
   *
   * @param source as for {@link #decode}
   * @throws RejectedException if the source turns out not to be an image after all
   */
  default Optional<byte[]> convertExactly(byte[] source, SourceImage image)
      throws RejectedException {
    return Optional.empty();
  }
}
