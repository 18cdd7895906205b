package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.image.pixels.Pixels;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Decodes an excerpt of a JPEG at the size wanted, from what a walk comes by. Not thread-safe. */
final class ExcerptDecoder {
  private static final int BLOCK = 8;
  private static final int SMALL = 64 * 64;

  private final JpegFrame frame;
  private final Excerpt excerpt;
  private final ComponentPlane[] planes;
  private final ExcerptBlocks[] blocks;
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
    this.blocks = new ExcerptBlocks[components];
    this.tiles = new PixelTiles(excerpt.toWidth(), excerpt.toHeight(), rgb);
    this.across = new PixelWeights[components];
    this.down = new PixelWeights[components];
  }

  /** Whether files with such a frame can be decoded so. */
  static boolean covers(JpegFrame frame) {
    boolean coloured = frame.components() == 1 || frame.components() == 3;
    return coloured && !frame.arithmetic();
  }

  /**
   * A component comes in the next scan: for the only time, or the first one where the frame is
   * progressive. Gives whether that can be decoded.
   *
   * @param quantisation its table
   */
  boolean meet(int component, int[] quantisation) {
    weigh(component);
    ComponentPlane plane = new ComponentPlane(across[component], down[component], quantisation);
    planes[component] = plane;
    if (!frame.progressive()) {
      return true;
    }
    if (ExcerptBlocks.tooMany(plane)) {
      return false;
    }
    blocks[component] = new ExcerptBlocks(plane);
    return true;
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
   * wanted: nearly halves the difference to the mean of all, at no cost that was measured. All of
   * them, where there are few blocks: few pixels have steep slopes.
   */
  private int kept(long pixel, long sample) {
    if ((long) excerpt.width() * excerpt.height() <= SMALL) {
      return BLOCK;
    }
    int kept = 1;
    while (kept < BLOCK && pixel * kept < BLOCK * sample) {
      kept++;
    }
    return Math.min(BLOCK, kept + 1);
  }

  ComponentPlane plane(int component) {
    return planes[component];
  }

  /** The blocks of a component of a progressive frame. */
  ExcerptBlocks blocks(int component) {
    return blocks[component];
  }

  /** All scans of a progressive frame were walked: makes pixels of their sum. */
  private void collectBlocks() {
    int top = Integer.MAX_VALUE;
    int bottom = 0;
    for (int c = 0; c < planes.length; c++) {
      top = Math.min(top, planes[c].fromRow() / frame.down(c));
      bottom = Math.max(bottom, (planes[c].toRow() + frame.down(c) - 1) / frame.down(c));
    }
    for (int c = 0; c < planes.length; c++) {
      blocks[c].begin(top * frame.down(c), frame.down(c));
    }
    for (int unit = top; unit < bottom; unit++) {
      for (int c = 0; c < planes.length; c++) {
        blocks[c].send(unit * frame.down(c), frame.down(c));
      }
      collect();
    }
  }

  /** Makes pixels of what all components have. */
  void collect() {
    while (allHaveTiles()) {
      tiles.add(planes);
      for (ComponentPlane plane : planes) {
        plane.dropTile();
      }
    }
  }

  private boolean allHaveTiles() {
    for (ComponentPlane plane : planes) {
      if (plane == null || !plane.hasTile()) {
        return false;
      }
    }
    return true;
  }

  /** The pixels, once all scans were walked; empty if any are missing. */
  Optional<Pixels> decoded() {
    if (frame.progressive() && Arrays.stream(blocks).noneMatch(Objects::isNull)) {
      collectBlocks();
    }
    return tiles.complete()
        ? Optional.of(Pixels.of(excerpt.toWidth(), excerpt.toHeight(), tiles.rgb()))
        : Optional.empty();
  }
}
