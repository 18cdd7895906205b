package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.Raster;
import javax.annotation.Nullable;

/** The first picture of a WebP file: the only one, or the first frame of an animation. */
public final class FirstPicture {
  private final byte[] bytes;
  private final int x;
  private final int y;
  private int alphaFrom;
  private int alphaTo;
  private int from;
  private int to;
  private boolean lossless;

  private FirstPicture(byte[] bytes, WebpChunks chunks, int x, int y) throws RejectedException {
    this.bytes = bytes;
    this.x = x;
    this.y = y;
    while (to == 0 && chunks.next()) {
      int end = chunks.body() + chunks.size();
      if (chunks.is("ALPH")) {
        alphaFrom = chunks.body();
        alphaTo = end;
      } else if (isPicture(chunks)) {
        lossless = chunks.is("VP8L");
        from = chunks.body();
        to = end;
      }
    }
  }

  /**
   * Finds it.
   *
   * @param webp a file that is known to hold a picture
   */
  public static FirstPicture of(byte[] webp) throws RejectedException {
    WebpChunks chunks = WebpChunks.ofFile(webp);
    while (chunks.next() && !isPicture(chunks)) {
      if (chunks.is("ANMF")) {
        int x = 2 * chunks.threeBytesAt(0);
        int y = 2 * chunks.threeBytesAt(3);
        return new FirstPicture(webp, chunks.ofFrame(), x, y);
      }
    }
    return new FirstPicture(webp, WebpChunks.ofFile(webp), 0, 0);
  }

  private static boolean isPicture(WebpChunks chunks) {
    return chunks.is("VP8 ") || chunks.is("VP8L");
  }

  /** Columns of the image left of the picture. */
  public int x() {
    return x;
  }

  /** Rows of the image above the picture. */
  public int y() {
    return y;
  }

  /**
   * Red, green and blue, and alpha if there is any, in 8 bits each. Lossy pictures are equal to
   * those that libwebp makes with its defaults.
   *
   * @throws RejectedException if the data is damaged
   */
  public Raster decode() throws RejectedException {
    if (lossless) {
      return LosslessPicture.decode(bytes, from, to);
    }
    return LossyPicture.decode(bytes, from, to, alpha());
  }

  @Nullable
  private byte[] alpha() throws RejectedException {
    if (alphaTo == 0) {
      return null;
    }
    return AlphaPlane.decode(bytes, alphaFrom, alphaTo, number(6), number(8));
  }

  /** A side of a lossy picture. */
  private int number(int offset) {
    return (bytes[from + offset] & 0xFF) | (bytes[from + offset + 1] & 0x3F) << 8;
  }
}
