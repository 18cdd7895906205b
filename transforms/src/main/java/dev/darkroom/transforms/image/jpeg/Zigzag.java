package dev.darkroom.transforms.image.jpeg;

/** The order of a block's coefficients in a file (ITU-T T.81, figure A.6). */
public final class Zigzag {
  /** Of a block. */
  public static final int COEFFICIENTS = 64;

  private static final int SIDE = 8;
  private static final int FEW = 3;
  private static final int[] ROWS = new int[COEFFICIENTS];
  private static final int[] COLUMNS = new int[COEFFICIENTS];

  static {
    int i = 0;
    for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
      for (int step = 0; step <= diagonal; step++) {
        int row = diagonal % 2 == 0 ? diagonal - step : step;
        int column = diagonal - row;
        if (row < SIDE && column < SIDE) {
          ROWS[i] = row;
          COLUMNS[i++] = column;
        }
      }
    }
  }

  private Zigzag() {}

  /** The vertical frequency of a coefficient. */
  public static int row(int i) {
    return ROWS[i];
  }

  /** The horizontal frequency of a coefficient. */
  public static int column(int i) {
    return COLUMNS[i];
  }

  /**
   * Whether a coefficient is one of so many of the lowest frequencies. Of two or three each way the
   * two highest together are left out: means of areas hardly show them, and a walk that need not
   * come as far is faster.
   */
  static boolean isAmong(int i, int rows, int columns) {
    boolean few = rows > 1 && rows <= FEW && columns > 1 && columns <= FEW;
    return ROWS[i] < rows
        && COLUMNS[i] < columns
        && !(few && ROWS[i] == rows - 1 && COLUMNS[i] == columns - 1);
  }

  /** The last of the coefficients that are {@link #isAmong among} these. */
  static int last(int rows, int columns) {
    int i = COEFFICIENTS - 1;
    while (!isAmong(i, rows, columns)) {
      i--;
    }
    return i;
  }
}
