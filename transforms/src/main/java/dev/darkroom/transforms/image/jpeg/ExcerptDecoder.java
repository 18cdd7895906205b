package dev.darkroom.transforms.image.jpeg;

import java.util.Arrays;
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
  private final PixelTiles tiles;
  private final PixelWeights[] across;
  private final PixelWeights[] down;

  /**
   * @param rgb whether three components are red, green and blue
   */
  ExcerptDecoder(JpegFrame frame, Excerpt excerpt, boolean rgb) {
    int components = frame.components();
    this.frame = frame;
    this.excerpt = excerpt;
    this.planes = new ComponentPlane[components];
    this.tiles = new PixelTiles(excerpt.toWidth(), excerpt.toHeight(), rgb);
    this.across = new PixelWeights[components];
    this.down = new PixelWeights[components];
  }

  /** Whether files with such a frame can be decoded so. */
  static boolean covers(JpegFrame frame) {
    boolean coloured = frame.components() == 1 || frame.components() == 3;
    return coloured && !frame.progressive() && !frame.arithmetic();
  }

  /**
   * A component comes in the next scan, for the only time.
   *
   * @param quantisation its table
   */
  void meet(int component, int[] quantisation) {
    weigh(component);
    planes[component] = new ComponentPlane(across[component], down[component], quantisation);
  }

  /** Whether the component came already. */
  boolean met(int component) {
    return planes[component] != null;
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
    across[c] =
        PixelWeights.of(
            excerpt.toWidth(),
            kept(width, sampleAcross),
            (long) excerpt.x() * frame.across(c) * excerpt.toWidth(),
            width,
            sampleAcross,
            frame.samplesAcross(c));
    down[c] =
        PixelWeights.of(
            excerpt.toHeight(),
            kept(height, sampleDown),
            (long) excerpt.y() * frame.down(c) * excerpt.toHeight(),
            height,
            sampleDown,
            frame.samplesDown(c));
  }

  /**
   * One more than the fewest frequencies that n samples in place of eight need, for no less than is
   * wanted: nearly halves the difference to the mean of all, at no cost that was measured.
   */
  private static int kept(long pixel, long sample) {
    int kept = 1;
    while (kept < BLOCK && pixel * kept < BLOCK * sample) {
      kept++;
    }
    return Math.min(BLOCK, kept + 1);
  }

  ComponentPlane plane(int component) {
    return planes[component];
  }

  /** Makes pixels of what all components have. */
  void collect() {
    while (Arrays.stream(planes).allMatch(plane -> plane != null && !plane.tiles().isEmpty())) {
      float[][][] made = new float[planes.length][][];
      for (int c = 0; c < planes.length; c++) {
        made[c] = planes[c].tiles().remove();
      }
      tiles.add(made);
      for (int c = 0; c < planes.length; c++) {
        planes[c].reuse(made[c]);
      }
    }
  }

  /** The pixels, once all scans were walked; empty if any are missing. */
  Optional<DecodedExcerpt> decoded() {
    return tiles.complete()
        ? Optional.of(new DecodedExcerpt(excerpt.toWidth(), excerpt.toHeight(), tiles.rgb()))
        : Optional.empty();
  }
}
