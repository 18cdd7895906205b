package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Arrays;

/** Decodes the transparency of a lossy picture (RFC 9649, section 2.7.1.2). */
final class AlphaPlane {
  private static final int RAW = 0;
  private static final int LOSSLESS = 1;
  private static final int HORIZONTAL = 1;
  private static final int VERTICAL = 2;
  private static final int GRADIENT = 3;
  private static final int MOST_PREPROCESSING = 1;

  private AlphaPlane() {}

  /**
   * A byte for each pixel, row by row.
   *
   * @param bytes holds the content of an {@code ALPH} chunk
   * @throws RejectedException if the data is damaged
   */
  static byte[] decode(byte[] bytes, int from, int to, int width, int height)
      throws RejectedException {
    int head = bytes[from] & 0xFF;
    int method = head & 3;
    if (method > LOSSLESS || (head >> 4 & 3) > MOST_PREPROCESSING || head >> 6 != 0) {
      throw WebpChunks.corrupt("its transparency is coded in an unknown way");
    }
    byte[] alpha =
        method == RAW
            ? raw(bytes, from + 1, to, width * height)
            : lossless(new CodedBits(bytes, from + 1, to), width, height);
    undo(head >> 2 & 3, alpha, width);
    return alpha;
  }

  private static byte[] raw(byte[] bytes, int from, int to, int count) throws RejectedException {
    if (to - from < count) {
      throw WebpChunks.cutShort();
    }
    return Arrays.copyOfRange(bytes, from, from + count);
  }

  private static byte[] lossless(CodedBits bits, int width, int height) throws RejectedException {
    int[] pixels = LosslessPicture.pixels(bits, width, height);
    byte[] alpha = new byte[pixels.length];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = (byte) (pixels[i] >> 8);
    }
    return alpha;
  }

  /** Adds to each what it was predicted from. */
  private static void undo(int filter, byte[] alpha, int width) {
    for (int i = 0; filter > 0 && i < alpha.length; i++) {
      boolean firstColumn = i % width == 0;
      if (i < width || (filter == HORIZONTAL && !firstColumn)) {
        alpha[i] += i == 0 ? 0 : alpha[i - 1];
      } else if (filter == VERTICAL || firstColumn) {
        alpha[i] += alpha[i - width];
      } else if (filter == GRADIENT) {
        int left = alpha[i - 1] & 0xFF;
        int above = alpha[i - width] & 0xFF;
        alpha[i] += (byte) Plane.clip(left + above - (alpha[i - width - 1] & 0xFF));
      }
    }
  }
}
