package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.rejection.RejectedException;

/** Pixels less what those to the left and above let expect; how is a block's. */
final class Prediction implements Transform {
  private static final int BLACK = 0xFF000000;

  private final int width;
  private final int height;
  private final BlockImage modes;

  Prediction(CodedBits bits, int width, int height) throws RejectedException {
    this.width = width;
    this.height = height;
    modes = new BlockImage(bits, width, height);
  }

  @Override
  public void undo(int[] pixels) {
    pixels[0] = sum(pixels[0], BLACK);
    for (int x = 1; x < width; x++) {
      pixels[x] = sum(pixels[x], pixels[x - 1]);
    }
    for (int y = 1; y < height; y++) {
      int row = y * width;
      pixels[row] = sum(pixels[row], pixels[row - width]);
      for (int x = 1; x < width; x++) {
        int mode = modes.of(x, y) >> 8 & 0xF;
        pixels[row + x] = sum(pixels[row + x], expected(mode, pixels, row + x));
      }
    }
  }

  /** Beyond the end of the row above, the row itself begins. */
  private int expected(int mode, int[] pixels, int at) {
    int left = pixels[at - 1];
    int above = pixels[at - width];
    int corner = pixels[at - width - 1];
    switch (mode) {
      case 1:
        return left;
      case 2:
        return above;
      case 3:
        return pixels[at - width + 1];
      case 4:
        return corner;
      case 5:
        return mean(mean(left, pixels[at - width + 1]), above);
      case 6:
        return mean(left, corner);
      case 7:
        return mean(left, above);
      case 8:
        return mean(corner, above);
      case 9:
        return mean(above, pixels[at - width + 1]);
      case 10:
        return mean(mean(left, corner), mean(above, pixels[at - width + 1]));
      case 11:
        return distance(above, corner) < distance(left, corner) ? left : above;
      case 12:
        return gradient(left, above, corner);
      case 13:
        return halfGradient(mean(left, above), corner);
      default:
        return BLACK;
    }
  }

  /** Of each channel, modulo 256. */
  static int sum(int a, int b) {
    int even = (a & 0xFF00FF00) + (b & 0xFF00FF00) & 0xFF00FF00;
    return even | ((a & 0x00FF00FF) + (b & 0x00FF00FF) & 0x00FF00FF);
  }

  private static int mean(int a, int b) {
    return (a & b) + (((a ^ b) & 0xFEFEFEFE) >>> 1);
  }

  private static int distance(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      sum += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
    }
    return sum;
  }

  private static int gradient(int left, int above, int corner) {
    int pixel = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      int value = (left >> shift & 0xFF) + (above >> shift & 0xFF) - (corner >> shift & 0xFF);
      pixel |= Plane.clip(value) << shift;
    }
    return pixel;
  }

  private static int halfGradient(int mean, int corner) {
    int pixel = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      int value = mean >> shift & 0xFF;
      pixel |= Plane.clip(value + (value - (corner >> shift & 0xFF)) / 2) << shift;
    }
    return pixel;
  }
}
