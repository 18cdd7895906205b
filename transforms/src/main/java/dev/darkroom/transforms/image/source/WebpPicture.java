package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.Rectangle;
import javax.annotation.Nullable;

/** The first picture of a WebP file: the only one, or that of the first frame that holds one. */
public final class WebpPicture {
  private final WebpChunks chunk;
  @Nullable private final Rectangle frame;
  private final int alphaFrom;
  private final int alphaTo;

  private WebpPicture(WebpChunks chunk, @Nullable Rectangle frame, int alphaFrom, int alphaTo) {
    this.chunk = chunk;
    this.frame = frame;
    this.alphaFrom = alphaFrom;
    this.alphaTo = alphaTo;
  }

  /**
   * Finds it.
   *
   * @throws RejectedException if there is none, or the chunks before it are damaged
   */
  public static WebpPicture of(byte[] webp) throws RejectedException {
    WebpPicture picture = in(WebpChunks.ofFile(webp), null);
    if (picture == null) {
      throw WebpChunks.corrupt("it holds no image");
    }
    return picture;
  }

  @Nullable
  private static WebpPicture in(WebpChunks chunks, @Nullable Rectangle frame)
      throws RejectedException {
    int alphaFrom = 0;
    int alphaTo = 0;
    while (chunks.next()) {
      if (chunks.is("VP8 ") || chunks.is("VP8L")) {
        return new WebpPicture(chunks, frame, alphaFrom, alphaTo);
      }
      if (chunks.is("ALPH")) {
        chunks.requireBytes(1);
        alphaFrom = chunks.body();
        alphaTo = alphaFrom + chunks.size();
      } else if (frame == null && chunks.is("ANMF")) {
        WebpPicture picture = in(chunks.ofFrame(), frame(chunks));
        if (picture != null) {
          return picture;
        }
      }
    }
    return null;
  }

  private static Rectangle frame(WebpChunks chunk) {
    return new Rectangle(
        2 * chunk.threeBytesAt(0),
        2 * chunk.threeBytesAt(3),
        chunk.threeBytesAt(6) + 1,
        chunk.threeBytesAt(9) + 1);
  }

  /** Stands on the picture itself. */
  public WebpChunks chunk() {
    return chunk;
  }

  /** Whether its transparency is coded apart. */
  public boolean hasAlpha() {
    return alphaTo > 0;
  }

  /** Where transparency begins that is coded apart. */
  public int alphaFrom() {
    return alphaFrom;
  }

  /** Where it ends. */
  public int alphaTo() {
    return alphaTo;
  }

  /** Where its frame lies within the image, if it is in one. */
  @Nullable
  public Rectangle frame() {
    return frame;
  }
}
