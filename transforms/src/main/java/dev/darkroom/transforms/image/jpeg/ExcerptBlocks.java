package dev.darkroom.transforms.image.jpeg;

/**
 * The coefficients of one component's blocks within an excerpt, while the scans of a progressive
 * file add to them. Only those are held that pixels are made of. Not thread-safe.
 */
final class ExcerptBlocks {
  /** 48 MiB: the coefficients that matter of any photo that shrinks to a quarter or less. */
  private static final long MOST = 24L << 20;

  private final ComponentPlane plane;
  private final int limit;
  private final int left;
  private final int right;
  private final int top;
  private final int bottom;
  private final short[] values;

  /** Of a plane whose blocks are not {@link #tooMany}. */
  ExcerptBlocks(ComponentPlane plane) {
    this.plane = plane;
    this.limit = plane.limit();
    this.left = plane.fromColumn();
    this.right = plane.toColumn();
    this.top = plane.fromRow();
    this.bottom = plane.toRow();
    this.values = new short[(right - left) * (bottom - top) * (limit + 1)];
  }

  /** Whether holding them would take more memory than decoders are worth. */
  static boolean tooMany(ComponentPlane plane) {
    int columns = plane.toColumn() - plane.fromColumn();
    int rows = plane.toRow() - plane.fromRow();
    return (long) columns * rows * (plane.limit() + 1) > MOST;
  }

  /** Where a block's coefficients are held; negative if it is not part of the excerpt. */
  int place(int column, int row) {
    boolean inside = column >= left && column < right && row >= top && row < bottom;
    return inside ? ((row - top) * (right - left) + column - left) * (limit + 1) : -1;
  }

  /** Sets a coefficient of a block, by its number in zigzag order. */
  void set(int place, int coefficient, int value) {
    if (place >= 0 && coefficient <= limit) {
      values[place + coefficient] = (short) value;
    }
  }

  /** Adds a bit to a coefficient, away from zero. */
  void add(int place, int coefficient, int bit) {
    if (place >= 0 && coefficient <= limit) {
      int value = values[place + coefficient];
      values[place + coefficient] = (short) (value < 0 ? value - bit : value + bit);
    }
  }

  /** Adds a bit to a block's mean, which is in two's complement. */
  void addToMean(int place, int bit) {
    if (place >= 0) {
      values[place] |= (short) bit;
    }
  }

  /** The plane is to be given so many rows at once, from this one on. */
  void begin(int row, int atOnce) {
    plane.begin(left, right - left, row, atOnce);
  }

  /** Gives the plane some rows, and lets it make the pixels that need no others. */
  void send(int row, int count) {
    int[] places = plane.places();
    float[] arriving = plane.arriving();
    for (int y = Math.max(row, top); y < Math.min(row + count, bottom); y++) {
      for (int x = left; x < right; x++) {
        int from = place(x, y);
        int to = plane.offset(x, y - row);
        for (int i = 0; i <= limit; i++) {
          if (values[from + i] != 0) {
            arriving[to + places[i + 1]] = values[from + i];
          }
        }
      }
    }
    plane.finish(row);
  }
}
