package dev.darkroom.transforms.image;

import dev.darkroom.transforms.image.backend.ConversionPlan;
import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.geometry.Layout;
import dev.darkroom.transforms.image.jpeg.Excerpt;
import dev.darkroom.transforms.image.source.SourceImage;
import java.util.Optional;

/**
 * How much memory an image takes on its way, beside what its decoder does. Encoded at quality 100,
 * noise of 16 megapixels took 21 bytes a pixel with its pixels, and a photo 9.
 */
final class MemoryNeed {
  private static final int KEPT = 21;

  /** Pixels as they were decoded, turned, and with what is beside them. */
  private static final int RESHAPED = KEPT + 3 + 3;

  /** Outputs of 81 to 121 megapixels took 16 to 23. */
  private static final int EXCERPT = 24;

  /** A decoded PNG, and the rows that are made of it. */
  private static final int CHECKED = 3 + 3;

  /** Without metadata or stuffed bytes, and in native memory. */
  private static final int COPIES_OF_FILE = 2;

  private MemoryNeed() {}

  /** Of following a JPEG's codes, and of making the excerpt an image. */
  static long toWalk(byte[] source, SourceImage header, Optional<Excerpt> excerpt) {
    long made = excerpt.map(e -> (long) e.toWidth() * e.toHeight()).orElse(0L);
    return copies(source) + header.coefficientBytes() + EXCERPT * made;
  }

  /** Of decoding a PNG that is stored as it is. */
  static long toCheck(byte[] source, SourceImage image) {
    return copies(source) + CHECKED * image.pixels();
  }

  /**
   * Of the rest of the way.
   *
   * @param decoding what the decoder takes, if there is anything left to decode
   */
  static long toConvert(byte[] source, long decoding, ConversionPlan plan) {
    Layout layout = plan.layout();
    long made = (long) layout.width() * layout.height();
    return copies(source) + decoding + (reshapes(plan) ? RESHAPED : KEPT) * made;
  }

  private static boolean reshapes(ConversionPlan plan) {
    Crop from = plan.layout().source();
    Crop to = plan.layout().picture();
    return !plan.image().upright()
        || plan.layout().padded()
        || to.width() > from.width()
        || to.height() > from.height();
  }

  private static long copies(byte[] source) {
    return (long) COPIES_OF_FILE * source.length;
  }
}
