package dev.darkroom.transforms.image.jpeg;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import javax.annotation.Nullable;

/**
 * One component of an excerpt, from its blocks' coefficients to columns of pixels of {@link
 * PixelTiles tiles}. Rows of blocks are held only until the rows of pixels are made that they are
 * part of. Of these, which still have all columns of coefficients, a few at a time become columns
 * of a tile; and those become columns of pixels one by one, when they are asked for. Not
 * thread-safe.
 */
final class ComponentPlane {
  /** Rows that are made columns of together. */
  private static final int TURNED = 4;

  private final PixelWeights across;
  private final PixelWeights down;
  private final int keptAcross;
  private final int keptDown;
  private final int tileRows;
  private final int[] quanta;
  private final int[] places = new int[2 * Zigzag.COEFFICIENTS + 1];
  private final int limit;
  private final Queue<float[][]> tiles = new ArrayDeque<>();
  private final Queue<float[][]> spare = new ArrayDeque<>();
  private float[][] steps = {};
  private float[] arriving = {};
  private float[][][] held = {};
  private float[][] rows = {};
  @Nullable private float[][] columns;
  private float[] sums = {};
  private float[][] terms = {};
  private int stride;
  private int together;
  private int left;
  private int top;
  private int made;

  /**
   * @param quanta the component's quantisation table, in zigzag order
   */
  ComponentPlane(PixelWeights across, PixelWeights down, int[] quanta) {
    this.across = across;
    this.down = down;
    this.keptAcross = across.kept();
    this.keptDown = down.kept();
    this.tileRows = PixelTiles.rowsOf(down.pixels());
    this.quanta = quanta;
    this.limit = Zigzag.last(keptDown, keptAcross);
  }

  /** The last coefficient that is used, in zigzag order. */
  int limit() {
    return limit;
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
    stride = count * keptAcross;
    arriving = new float[((2 * atOnce - 1) * keptDown + 1) * stride];
    held = new float[down.most() + atOnce][keptDown][stride];
    terms =
        new float[WeightedSum.padded(Math.max(down.most() * keptDown, across.most() * keptAcross))]
            [];
    rows = new float[TURNED][stride];
    sums = new float[tileRows];
    steps = new float[keptDown][stride];
    Arrays.fill(places, atOnce * keptDown * stride);
    for (int i = 0; i < Zigzag.COEFFICIENTS; i++) {
      if (Zigzag.isAmong(i, keptDown, keptAcross)) {
        places[i + 1] = Zigzag.row(i) * stride + Zigzag.column(i);
        for (int at = Zigzag.column(i); at < stride; at += keptAcross) {
          steps[Zigzag.row(i)][at] = quanta[i];
        }
      }
    }
  }

  /**
   * Where the coefficients of the rows belong that come, at a block's {@link #offset} and a
   * coefficient's {@link #places place}. Zero, wherever nothing is put.
   */
  float[] arriving() {
    return arriving;
  }

  /** Where in {@link #arriving} a block begins. */
  int offset(int column, int rowOfThese) {
    return rowOfThese * keptDown * stride + (column - left) * keptAcross;
  }

  /**
   * By the coefficients passed with it in zigzag order: where in a block a coefficient belongs.
   * What is not used belongs behind all blocks; so does what a damaged file has behind a block's.
   */
  int[] places() {
    return places;
  }

  /** All blocks of these rows are there: makes the pixels that need no others. */
  void finish(int row) {
    for (int i = 0; i < together; i++) {
      for (int k = 0; k < keptDown; k++) {
        float[] coefficients = held(row + i)[k];
        System.arraycopy(arriving, (i * keptDown + k) * stride, coefficients, 0, stride);
        WeightedSum.scale(coefficients, steps[k]);
      }
    }
    Arrays.fill(arriving, 0, together * keptDown * stride, 0);
    while (made < down.pixels() && down.end(made) <= row + together) {
      sumDown(made);
      boolean last = made + 1 == down.pixels();
      if (made % TURNED == TURNED - 1 || last) {
        turn(columns(), made % tileRows / TURNED * TURNED, rows);
      }
      if (made % tileRows == tileRows - 1 || last) {
        tiles.add(columns());
        columns = null;
      }
      made++;
    }
  }

  private float[][] columns() {
    if (columns == null) {
      columns = spare.isEmpty() ? new float[stride][tileRows] : spare.remove();
    }
    return columns;
  }

  private float[][] held(int row) {
    return held[(row - top) % held.length];
  }

  private void sumDown(int pixel) {
    int count = 0;
    for (int row = down.first(pixel); row < down.end(pixel); row++) {
      for (int k = 0; k < keptDown; k++) {
        terms[count++] = held(row)[k];
      }
    }
    WeightedSum.set(rows[pixel % TURNED], terms, count, down.weights(), down.at(pixel));
  }

  /** Makes four rows a part of columns. */
  private static void turn(float[][] columns, int at, float[][] rows) {
    float[] a = rows[0];
    float[] b = rows[1];
    float[] c = rows[2];
    float[] d = rows[3];
    for (int i = 0; i < columns.length; i++) {
      float[] column = columns[i];
      column[at] = a[i];
      column[at + 1] = b[i];
      column[at + 2] = c[i];
      column[at + 3] = d[i];
    }
  }

  /** Whether a tile is finished. */
  boolean hasTile() {
    return !tiles.isEmpty();
  }

  /** A column of pixels of the first finished tile, around zero. Good until the next call. */
  float[] column(int x) {
    int first = (across.first(x) - left) * keptAcross;
    int count = (across.end(x) - left) * keptAcross - first;
    System.arraycopy(tiles.element(), first, terms, 0, count);
    WeightedSum.set(sums, terms, count, across.weights(), across.at(x));
    return sums;
  }

  /** The first finished tile is not needed any more. */
  void dropTile() {
    spare.add(tiles.remove());
  }
}
