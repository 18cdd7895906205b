package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.Raster;

/** The first picture of a WebP file: the only one, or the first frame of an animation. */
public final class FirstPicture {
  private final byte[] bytes;

  /** Stands on the picture. */
  private final WebpChunks chunks;

  private final int x;
  private final int y;
  private int alphaFrom;
  private int alphaTo;

  private FirstPicture(byte[] bytes, WebpChunks chunks, int x, int y) throws RejectedException {
    this.bytes = bytes;
    this.chunks = chunks;
    this.x = x;
    this.y = y;
    boolean found = false;
    while (!found && chunks.next()) {
      found = isPicture(chunks);
      if (chunks.is("ALPH")) {
        alphaFrom = chunks.body();
        alphaTo = alphaFrom + chunks.size();
      }
    }
    if (!found) {
      throw WebpChunks.cutShort(); // A damaged first frame, before one that is sound.
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
    int from = chunks.body();
    int to = from + chunks.paddedSize();
    if (chunks.is("VP8L")) {
      return LosslessPicture.decode(bytes, from, to);
    }
    int width = chunks.lossyWidth();
    int height = chunks.lossyHeight();
    byte[] alpha =
        alphaTo == 0 ? null : AlphaPlane.decode(bytes, alphaFrom, alphaTo, width, height);
    return LossyPicture.decode(new LossyFrame(bytes, from, to, width, height), alpha);
  }
}
