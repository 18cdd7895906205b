package dev.darkroom.transforms.image.jpeg;

import java.util.Optional;

/**
 * Decodes an excerpt of a sequential JPEG at the size wanted, from what a walk comes by. Not
 * thread-safe.
 */
final class ExcerptDecoder {
  private static final int BLOCK = 8;

  private final JpegFrame frame;
  private final Excerpt excerpt;
  private final ComponentPlane[] planes;
  private final int[][] quanta;
  private final PixelWeights[] across;
  private final PixelWeights[] down;

  ExcerptDecoder(JpegFrame frame, Excerpt excerpt) {
    int components = frame.components();
    this.frame = frame;
    this.excerpt = excerpt;
    this.planes = new ComponentPlane[components];
    this.quanta = new int[components][];
    this.across = new PixelWeights[components];
    this.down = new PixelWeights[components];
  }

  /** Whether files with such a frame can be decoded so. */
  static boolean covers(JpegFrame frame) {
    boolean coloured = frame.components() == 1 || frame.components() == 3;
    return coloured && !frame.progressive() && !frame.arithmetic();
  }

  /**
   * A component comes in the next scan.
   *
   * @param quantisation its table at that time; what counts is the one at the first scan
   */
  void meet(int component, int[] quantisation) {
    if (planes[component] == null) {
      quanta[component] = quantisation;
      weigh(component);
      planes[component] = new ComponentPlane(across[component], down[component]);
    }
  }

  /** Components that are sampled alike share their weights. */
  private void weigh(int c) {
    for (int like = 0; like < planes.length; like++) {
      boolean alike = frame.across(like) == frame.across(c) && frame.down(like) == frame.down(c);
      if (alike && across[like] != null) {
        across[c] = across[like];
        down[c] = down[like];
        return;
      }
    }
    long width = (long) excerpt.width() * frame.across(c);
    long height = (long) excerpt.height() * frame.down(c);
    long sampleAcross = (long) excerpt.toWidth() * frame.mostAcross();
    long sampleDown = (long) excerpt.toHeight() * frame.mostDown();
    int kept = Math.max(kept(width, sampleAcross), kept(height, sampleDown));
    across[c] =
        PixelWeights.of(
            excerpt.toWidth(),
            kept,
            (long) excerpt.x() * frame.across(c) * excerpt.toWidth(),
            width,
            sampleAcross,
            frame.samplesAcross(c));
    down[c] =
        PixelWeights.of(
            excerpt.toHeight(),
            kept,
            (long) excerpt.y() * frame.down(c) * excerpt.toHeight(),
            height,
            sampleDown,
            frame.samplesDown(c));
  }

  /** The fewest frequencies that n samples in place of eight need, for no less than is wanted. */
  private static int kept(long pixel, long sample) {
    int kept = 1;
    while (kept < BLOCK && pixel * kept < BLOCK * sample) {
      kept++;
    }
    return kept;
  }

  ComponentPlane plane(int component) {
    return planes[component];
  }

  int[] quantisation(int component) {
    return quanta[component];
  }

  /** The pixels, once all scans were walked. */
  Optional<DecodedExcerpt> decoded(boolean rgb) {
    byte[][] bytes = new byte[planes.length][];
    for (int c = 0; c < planes.length; c++) {
      if (planes[c] == null) {
        return Optional.empty();
      }
      bytes[c] = planes[c].plane();
    }
    return Optional.of(new DecodedExcerpt(excerpt, bytes, rgb));
  }
}
