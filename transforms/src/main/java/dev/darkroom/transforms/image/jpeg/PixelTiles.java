package dev.darkroom.transforms.image.jpeg;

/** Makes pixels of tiles: some rows of a component at once, as wide as the image. */
final class PixelTiles {
  /** Rows of a tile at most: with more or fewer, columns do not last in the caches. */
  private static final int MOST_ROWS = 96;

  private static final int ROWS_TOGETHER = 8;

  /** Of JFIF 1.02, "Conversion to and from RGB". */
  private static final float CR_TO_RED = 1.402f;

  private static final float CB_TO_GREEN = -0.344136f;
  private static final float CR_TO_GREEN = -0.714136f;
  private static final float CB_TO_BLUE = 1.772f;

  /**
   * Added to a small number it leaves the nearest whole number in the low bits, which {@link
   * #WHOLE} is to be taken off; 128 is the level of zero. All bits above the low 8 are those of
   * WHOLE if the number is 0 to 255, and never if it is not.
   */
  private static final float TO_BITS = 0x1.8p23f + 128;

  private static final int WHOLE = 0x4B400000;
  private static final int BANDS = 3;

  private final int width;
  private final int height;
  private final boolean ready;
  private final byte[] rgb;
  private final int tileRows;
  private final float[][] bands;
  private int rows;

  /**
   * @param ready whether three components are red, green and blue, not YCbCr
   */
  PixelTiles(int width, int height, boolean ready) {
    this.width = width;
    this.height = height;
    this.ready = ready;
    this.rgb = new byte[BANDS * width * height];
    this.tileRows = rowsOf(height);
    this.bands = new float[BANDS][tileRows];
  }

  /**
   * How many rows the tiles of an image have, in equal parts of its height as far as eights go. The
   * last tile has some that mean nothing.
   */
  static int rowsOf(int height) {
    int tiles = (height + MOST_ROWS - 1) / MOST_ROWS;
    int together = tiles * ROWS_TOGETHER;
    return (height + together - 1) / together * ROWS_TOGETHER;
  }

  /** Adds the next tile, which all components have finished. */
  void add(ComponentPlane[] components) {
    for (int x = 0; x < width; x++) {
      float[] first = components[0].column(x);
      float[] second = components.length == BANDS ? components[1].column(x) : first;
      float[] third = components.length == BANDS ? components[2].column(x) : first;
      if (ready || components.length == 1) {
        level(bands[0], first);
        level(bands[1], second);
        level(bands[2], third);
      } else {
        mix(bands[0], first, CR_TO_RED, third);
        mix(bands[1], first, CB_TO_GREEN, second, CR_TO_GREEN, third);
        mix(bands[2], first, CB_TO_BLUE, second);
      }
      put(x, bands[0], bands[1], bands[2]);
    }
    rows = Math.min(height, rows + tileRows);
  }

  private static void level(float[] band, float[] a) {
    for (int i = 0; i < band.length; i++) {
      band[i] = a[i] + TO_BITS;
    }
  }

  private static void mix(float[] band, float[] a, float forB, float[] b) {
    for (int i = 0; i < band.length; i++) {
      band[i] = a[i] + forB * b[i] + TO_BITS;
    }
  }

  private static void mix(float[] band, float[] a, float forB, float[] b, float forC, float[] c) {
    for (int i = 0; i < band.length; i++) {
      band[i] = a[i] + forB * b[i] + forC * c[i] + TO_BITS;
    }
  }

  private void put(int x, float[] red, float[] green, float[] blue) {
    byte[] out = rgb;
    int count = Math.min(tileRows, height - rows);
    int at = BANDS * (rows * width + x);
    for (int i = 0; i < count; i++, at += BANDS * width) {
      int r = Float.floatToRawIntBits(red[i]);
      int g = Float.floatToRawIntBits(green[i]);
      int b = Float.floatToRawIntBits(blue[i]);
      if ((r | g | b) >>> 8 != WHOLE >>> 8) {
        r = clamp(r - WHOLE);
        g = clamp(g - WHOLE);
        b = clamp(b - WHOLE);
      }
      out[at] = (byte) r;
      out[at + 1] = (byte) g;
      out[at + 2] = (byte) b;
    }
  }

  private static int clamp(int level) {
    return Math.max(0, Math.min(255, level));
  }

  /** Whether all tiles were added. */
  boolean complete() {
    return rows == height;
  }

  /** Red, green and blue, a byte each, row by row. */
  byte[] rgb() {
    return rgb;
  }
}
