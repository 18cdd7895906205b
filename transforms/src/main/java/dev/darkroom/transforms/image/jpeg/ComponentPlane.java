package dev.darkroom.transforms.image.jpeg;

import java.util.Arrays;

/**
 * One component of an excerpt, from its blocks' coefficients to a plane of the wanted size. Rows of
 * blocks are held only until the pixels are made that they are part of, and pixels are made a few
 * rows at a time: first their rows of all columns of coefficients, then, columns and rows having
 * changed places, their columns. Not thread-safe.
 */
final class ComponentPlane {
  private static final float ZERO_LEVEL_AND_HALF = 128.5f;

  /** Rows of pixels that are made together; a multiple of four. */
  private static final int TILE = 64;

  private final PixelWeights across;
  private final PixelWeights down;
  private final int kept;
  private final byte[] plane;
  private final float[] pixels = new float[TILE];
  private float[] arriving = {};
  private float[][][] held = {};
  private float[][] rows = {};
  private float[][] columns = {};
  private float[][] terms = {};
  private int stride;
  private int together;
  private int left;
  private int top;
  private int made;

  ComponentPlane(PixelWeights across, PixelWeights down) {
    this.across = across;
    this.down = down;
    this.kept = across.kept();
    this.plane = new byte[across.pixels() * down.pixels()];
  }

  /** How many coefficients of a row or column of a block are used. */
  int kept() {
    return kept;
  }

  /** The first column of blocks that is used. */
  int fromColumn() {
    return across.from();
  }

  /** Just behind the last column of blocks that is used. */
  int toColumn() {
    return across.to();
  }

  /** The first row of blocks that is used. */
  int fromRow() {
    return down.from();
  }

  /** Just behind the last row of blocks that is used. */
  int toRow() {
    return down.to();
  }

  /**
   * Blocks are to come, rows of them from top to bottom, {@code atOnce} rows at a time.
   *
   * @param column the first column that comes
   * @param count how many come
   * @param row the first row that comes
   */
  void begin(int column, int count, int row, int atOnce) {
    left = column;
    top = row;
    together = atOnce;
    made = 0;
    stride = count * kept;
    arriving = new float[((2 * atOnce - 1) * kept + 1) * stride];
    held = new float[down.most() + atOnce][kept][stride];
    rows = new float[TILE][stride];
    columns = new float[stride][TILE];
    terms = new float[kept * Math.max(down.most(), across.most())][];
  }

  /**
   * Where the coefficients of the rows belong that come: by row and vertical frequency, {@link
   * #stride} before the next, then by column and horizontal frequency. Zero, wherever nothing is
   * put.
   */
  float[] arriving() {
    return arriving;
  }

  int stride() {
    return stride;
  }

  /** A place, relative to any block's, that means nothing: within the row behind all others. */
  int unused() {
    return together * kept * stride;
  }

  /** Where in {@link #arriving} a block begins. */
  int offset(int column, int row) {
    return (row - top) % together * kept * stride + (column - left) * kept;
  }

  /** All blocks of these rows are there: makes the pixels that need no others. */
  void finish(int row) {
    for (int i = 0; i < together; i++) {
      for (int k = 0; k < kept; k++) {
        System.arraycopy(arriving, (i * kept + k) * stride, held(row + i)[k], 0, stride);
      }
    }
    Arrays.fill(arriving, 0, together * kept * stride, 0);
    while (made < down.pixels() && down.end(made) <= row + together) {
      sumDown(made);
      made++;
      if (made % TILE == 0 || made == down.pixels()) {
        turn();
        sumAcross((made - 1) / TILE * TILE);
      }
    }
  }

  private float[][] held(int row) {
    return held[(row - top) % held.length];
  }

  private void sumDown(int pixel) {
    int count = 0;
    for (int row = down.first(pixel); row < down.end(pixel); row++) {
      for (int k = 0; k < kept; k++) {
        terms[count++] = held(row)[k];
      }
    }
    WeightedSum.set(rows[pixel % TILE], terms, count, down.weights(), down.at(pixel));
  }

  /** Makes columns of rows. */
  private void turn() {
    for (int y = 0; y < TILE; y += 4) {
      turn(columns, y, rows[y], rows[y + 1], rows[y + 2], rows[y + 3]);
    }
  }

  private static void turn(float[][] columns, int at, float[] a, float[] b, float[] c, float[] d) {
    for (int i = 0; i < columns.length; i++) {
      float[] column = columns[i];
      column[at] = a[i];
      column[at + 1] = b[i];
      column[at + 2] = c[i];
      column[at + 3] = d[i];
    }
  }

  private void sumAcross(int y) {
    int height = Math.min(TILE, down.pixels() - y);
    for (int x = 0; x < across.pixels(); x++) {
      int first = (across.first(x) - left) * kept;
      int count = (across.end(x) - left) * kept - first;
      System.arraycopy(columns, first, terms, 0, count);
      WeightedSum.set(pixels, terms, count, across.weights(), across.at(x));
      int to = x * down.pixels() + y;
      for (int i = 0; i < height; i++) {
        int level = (int) (pixels[i] + ZERO_LEVEL_AND_HALF);
        plane[to + i] = (byte) Math.max(0, Math.min(255, level));
      }
    }
  }

  /** The finished plane, column by column. */
  byte[] plane() {
    return plane;
  }
}
