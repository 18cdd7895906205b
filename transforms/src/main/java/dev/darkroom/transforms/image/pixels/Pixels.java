package dev.darkroom.transforms.image.pixels;

/** An image in sRGB, 8 bits a sample. Immutable, as long as nobody changes the array. */
public final class Pixels {
  /** Samples of a pixel: red, green and blue. */
  public static final int BANDS = 3;

  private final int width;
  private final int height;
  private final byte[] rgb;

  private Pixels(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * An image of these samples, which are not copied.
   *
   * @param rgb red, green and blue, a byte each, row by row
   * @throws IllegalArgumentException if there are more or fewer samples than the size says
   */
  public static Pixels of(int width, int height, byte[] rgb) {
    if (rgb.length != (long) BANDS * width * height) {
      throw new IllegalArgumentException(
          String.format("%d samples of %dx%d pixels", rgb.length, width, height));
    }
    return new Pixels(width, height, rgb);
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** Red, green and blue, a byte each, row by row; not to be changed. */
  public byte[] rgb() {
    return rgb;
  }

  /** With its rows or columns reversed, and then with rows for columns. */
  public Pixels turned(boolean reversesX, boolean reversesY, boolean transposes) {
    if (!reversesX && !reversesY && !transposes) {
      return this;
    }
    int acrossX = reversesX ? -BANDS : BANDS;
    int acrossY = reversesY ? -BANDS * width : BANDS * width;
    int start = (reversesX ? BANDS * (width - 1) : 0) + (reversesY ? -acrossY * (height - 1) : 0);
    int newWidth = transposes ? height : width;
    int newHeight = transposes ? width : height;
    int across = transposes ? acrossY : acrossX;
    int down = transposes ? acrossX : acrossY;
    byte[] turned = new byte[rgb.length];
    int to = 0;
    for (int y = 0; y < newHeight; y++) {
      int from = start + y * down;
      for (int x = 0; x < newWidth; x++, from += across) {
        turned[to++] = rgb[from];
        turned[to++] = rgb[from + 1];
        turned[to++] = rgb[from + 2];
      }
    }
    return new Pixels(newWidth, newHeight, turned);
  }

  /**
   * With a colour around it.
   *
   * @param left columns before it
   * @param above rows before it
   * @param newWidth of all, in pixels
   * @param newHeight of all, in pixels
   * @param colour 0xRRGGBB
   */
  public Pixels framed(int left, int above, int newWidth, int newHeight, int colour) {
    byte[] framed = new byte[BANDS * newWidth * newHeight];
    for (int i = 0; i < framed.length; i += BANDS) {
      framed[i] = (byte) (colour >> 16);
      framed[i + 1] = (byte) (colour >> 8);
      framed[i + 2] = (byte) colour;
    }
    for (int y = 0; y < height; y++) {
      int to = BANDS * ((above + y) * newWidth + left);
      System.arraycopy(rgb, BANDS * width * y, framed, to, BANDS * width);
    }
    return new Pixels(newWidth, newHeight, framed);
  }
}
