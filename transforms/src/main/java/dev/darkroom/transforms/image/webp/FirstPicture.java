package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.image.source.WebpPicture;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.Rectangle;
import java.awt.image.Raster;

/** Decodes the first picture of a WebP file, as {@link WebpPicture} tells it. */
public final class FirstPicture {
  private final byte[] bytes;
  private final WebpPicture picture;

  private FirstPicture(byte[] bytes, WebpPicture picture) {
    this.bytes = bytes;
    this.picture = picture;
  }

  /** Finds it. */
  public static FirstPicture of(byte[] webp) throws RejectedException {
    return new FirstPicture(webp, WebpPicture.of(webp));
  }

  /** Columns of the image left of the picture. */
  public int x() {
    Rectangle frame = picture.frame();
    return frame == null ? 0 : frame.x;
  }

  /** Rows of the image above the picture. */
  public int y() {
    Rectangle frame = picture.frame();
    return frame == null ? 0 : frame.y;
  }

  /**
   * Red, green and blue, and alpha if there is any, in 8 bits each. Lossy pictures are equal to
   * those that libwebp makes with its defaults.
   *
   * @throws RejectedException if the data is damaged
   */
  public Raster decode() throws RejectedException {
    WebpChunks chunk = picture.chunk();
    int from = chunk.body();
    int to = from + chunk.paddedSize();
    if (chunk.is("VP8L")) {
      return LosslessPicture.decode(bytes, from, to);
    }
    int width = chunk.lossyWidth();
    int height = chunk.lossyHeight();
    byte[] alpha =
        picture.hasAlpha()
            ? AlphaPlane.decode(bytes, picture.alphaFrom(), picture.alphaTo(), width, height)
            : null;
    return LossyPicture.decode(new LossyFrame(bytes, from, to, width, height), alpha);
  }
}
