package dev.darkroom.transforms.image.source;

/**
 * A JPEG at an eighth of its size on each axis, rounded up: one pixel for the mean of 8 by 8, as
 * libjpeg decodes it at that scale, but for chroma that is subsampled, which lies between the means
 * of its blocks. Immutable, thread-safe.
 */
public final class EighthImage {
  private final JpegFrame frame;
  private final int[] strides;
  private final byte[][] planes;

  EighthImage(JpegFrame frame, int[] strides, byte[][] planes) {
    this.frame = frame;
    this.strides = strides;
    this.planes = planes;
  }

  /**
   * The pixels of a rectangle, row by row: red, green and blue, a byte each.
   *
   * @throws ArrayIndexOutOfBoundsException if it does not lie within the image
   */
  public byte[] rgb(int x, int y, int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    int[] blue = new int[width];
    int[] red = new int[width];
    for (int row = 0; row < height; row++) {
      int luma = (y + row) * strides[0] + x;
      if (planes.length == 3) {
        chroma(1, x, y + row, blue);
        chroma(2, x, y + row, red);
      }
      for (int i = 0, out = 3 * width * row; i < width; i++, out += 3) {
        int value = planes[0][luma + i] & 0xFF;
        int cb = blue[i];
        int cr = red[i];
        rgb[out] = YcbCr.red(value, cr);
        rgb[out + 1] = YcbCr.green(value, cb, cr);
        rgb[out + 2] = YcbCr.blue(value, cb);
      }
    }
    return rgb;
  }

  /** Less 128, bilinear between the centres of the component's blocks. */
  private void chroma(int component, int x, int y, int[] row) {
    int down = frame.ratioDown(component);
    int across = frame.ratioAcross(component);
    int lastRow = frame.blocksDown(component) - 1;
    int lastColumn = frame.blocksAcross(component) - 1;
    // Twice the distance to the centre above, in pixels; a block is 2 * down of them high.
    int offset = 2 * y + 1 - down;
    int above = Math.floorDiv(offset, 2 * down);
    int weight = offset - above * 2 * down;
    int stride = strides[component];
    int first = Math.max(0, Math.min(lastRow, above)) * stride;
    int second = Math.max(0, Math.min(lastRow, above + 1)) * stride;
    byte[] plane = planes[component];
    int scale = 4 * down * across;
    for (int i = 0; i < row.length; i++) {
      int sideways = 2 * (x + i) + 1 - across;
      int left = Math.floorDiv(sideways, 2 * across);
      int share = sideways - left * 2 * across;
      int a = Math.max(0, Math.min(lastColumn, left));
      int b = Math.max(0, Math.min(lastColumn, left + 1));
      int atLeft =
          (2 * down - weight) * (plane[first + a] & 0xFF) + weight * (plane[second + a] & 0xFF);
      int atRight =
          (2 * down - weight) * (plane[first + b] & 0xFF) + weight * (plane[second + b] & 0xFF);
      int sum = (2 * across - share) * atLeft + share * atRight;
      row[i] = (sum + scale / 2) / scale - 128;
    }
  }
}
