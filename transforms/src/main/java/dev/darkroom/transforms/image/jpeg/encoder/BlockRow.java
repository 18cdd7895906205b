package dev.darkroom.transforms.image.jpeg.encoder;

import dev.darkroom.transforms.image.jpeg.Zigzag;
import java.util.Arrays;

/** A row of blocks of a component: first samples, then quantised coefficients. */
final class BlockRow {
  private static final int SIDE = 8;

  /** By horizontal frequency, and a bit for each vertical one: their places in the file as bits. */
  private static final long[][] BITS = new long[SIDE][1 << SIDE];

  static {
    for (int i = 0; i < Zigzag.COEFFICIENTS; i++) {
      for (int bits = 0; bits < 1 << SIDE; bits++) {
        BITS[Zigzag.column(i)][bits] |= (long) (bits >> Zigzag.row(i) & 1) << i;
      }
    }
  }

  private final int[][] samples;
  private final int[] coefficients;
  private final int[] places = new int[Zigzag.COEFFICIENTS];
  private final int[] nonzero;
  private final ForwardTransform transform;
  private final Quantisation.Divider divider;

  BlockRow(int blocks, ForwardTransform transform, Quantisation.Divider divider) {
    int lanes = SIDE * blocks;
    this.samples = new int[SIDE][lanes];
    this.coefficients = new int[SIDE * lanes];
    this.nonzero = new int[lanes];
    this.transform = transform;
    this.divider = divider;
    for (int i = 0; i < places.length; i++) {
      places[i] = Zigzag.row(i) * lanes + Zigzag.column(i);
    }
  }

  /** To be filled, by column and eight times block plus row. */
  int[][] samples() {
    return samples;
  }

  /** Makes the samples coefficients. */
  void finish() {
    int[][] rows = transform.transform(samples);
    Arrays.fill(nonzero, 0);
    for (int row = 0; row < SIDE; row++) {
      divider.divide(row, rows[row]);
      mark(row, rows[row]);
      System.arraycopy(rows[row], 0, coefficients, row * nonzero.length, nonzero.length);
    }
  }

  private void mark(int row, int[] values) {
    int[] to = nonzero;
    for (int i = 0; i < to.length; i++) {
      to[i] |= (values[i] | -values[i]) >>> 31 << row;
    }
  }

  /** Of all blocks, by vertical frequency, block, and horizontal frequency. */
  int[] coefficients() {
    return coefficients;
  }

  /** Where the first one of a block is. */
  int start(int block) {
    return SIDE * block;
  }

  /** By place in the file: how far behind the block's {@link #start} a coefficient lies. */
  int[] places() {
    return places;
  }

  /** Which places in the file hold more than zero, the first one lowest. */
  long nonzero(int block) {
    long places = 0;
    for (int i = 0; i < SIDE; i++) {
      places |= BITS[i][nonzero[SIDE * block + i]];
    }
    return places;
  }
}
