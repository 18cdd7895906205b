package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Shrinks by the mean of the area that a pixel covers, parts of pixels counted by their part: what
 * TensorFlow's resize_area computes, rounded to the nearest.
 *
 * <p>Lengths are measured in units of which a source pixel has as many as there are output pixels,
 * and an output pixel as many as there are source pixels. All sums are whole numbers below 2^53,
 * which doubles hold exactly, and of which processors add several at once.
 */
final class AreaResampler implements Resampler {
  private static final int BANDS = RgbImage.BANDS;

  private final int fromHeight;
  private final int height;
  private final Span[] spans;
  private final int whole;
  private final double area;
  private final double[] across;
  private final double[] sums;
  private final BufferedImage image;
  private final byte[] samples;
  private int missing;
  private int done;

  /** Neither side may grow. */
  AreaResampler(int fromWidth, int fromHeight, int width, int height) {
    this.fromHeight = fromHeight;
    this.height = height;
    this.spans = new Span[width];
    int wholePixels = fromWidth / width - 1;
    this.whole = wholePixels * BANDS;
    for (int i = 0; i < width; i++) {
      spans[i] = new Span(i, fromWidth, width, wholePixels);
    }
    this.area = (double) fromWidth * fromHeight;
    this.across = new double[width * BANDS];
    this.sums = new double[width * BANDS];
    this.image = RgbImage.of(width, height);
    this.samples = RgbImage.samples(image);
    this.missing = fromHeight;
  }

  @Override
  public void row(byte[] rgb) {
    shrink(rgb);
    int left = height;
    while (left > 0) {
      int taken = Math.min(left, missing);
      add(taken);
      left -= taken;
      missing -= taken;
      if (missing == 0) {
        finishRow();
        missing = fromHeight;
      }
    }
  }

  private void add(double weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * across[i];
    }
  }

  private void shrink(byte[] rgb) {
    int unit = spans.length;
    int to = 0;
    for (Span span : spans) {
      int red = 0;
      int green = 0;
      int blue = 0;
      int at = span.first + BANDS;
      for (int end = at + whole; at < end; at += BANDS) {
        red += rgb[at] & 0xFF;
        green += rgb[at + 1] & 0xFF;
        blue += rgb[at + 2] & 0xFF;
      }
      int first = span.first;
      int next = span.next;
      int last = span.last;
      int before = span.before;
      int behind = span.behind;
      int end = span.end;
      across[to] =
          unit * red
              + before * (rgb[first] & 0xFF)
              + behind * (rgb[next] & 0xFF)
              + end * (rgb[last] & 0xFF);
      across[to + 1] =
          unit * green
              + before * (rgb[first + 1] & 0xFF)
              + behind * (rgb[next + 1] & 0xFF)
              + end * (rgb[last + 1] & 0xFF);
      across[to + 2] =
          unit * blue
              + before * (rgb[first + 2] & 0xFF)
              + behind * (rgb[next + 2] & 0xFF)
              + end * (rgb[last + 2] & 0xFF);
      to += BANDS;
    }
  }

  private void finishRow() {
    int at = done++ * sums.length;
    double half = Math.floor(area / 2);
    double scale = 1 / area;
    for (int i = 0; i < sums.length; i++) {
      samples[at + i] = (byte) (int) ((sums[i] + half) * scale);
    }
    Arrays.fill(sums, 0);
  }

  @Override
  public void restart() {
    Arrays.fill(sums, 0);
    missing = fromHeight;
    done = 0;
  }

  @Override
  public BufferedImage result() {
    return image;
  }

  /**
   * Which pixels of a row an output pixel covers: a part of the first, then as many whole ones as
   * every output pixel covers, then parts of two more. Places are in samples, parts in units. A
   * loop that runs equally often for all pixels is one that processors can foresee.
   */
  private static final class Span {
    private final int first;
    private final int before;
    private final int next;
    private final int behind;
    private final int last;
    private final int end;

    Span(int i, int from, int to, int whole) {
      long left = (long) i * from;
      int pixel = (int) (left / to);
      before = (int) Math.min(from, (pixel + 1L) * to - left);
      int rest = from - before - whole * to;
      behind = Math.min(rest, to);
      end = rest - behind;
      first = pixel * BANDS;
      next = Math.min(from - 1, pixel + whole + 1) * BANDS;
      last = Math.min(from - 1, pixel + whole + 2) * BANDS;
    }
  }
}
