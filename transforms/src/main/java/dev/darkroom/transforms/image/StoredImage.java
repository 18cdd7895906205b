package dev.darkroom.transforms.image;

import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.imgscalr.PixelReader;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.BufferedImage;

/**
 * Decodes finished images in plain Java, whatever engine made them: the reader's view. Thread-safe.
 */
public final class StoredImage {
  private static final long MOST_PIXELS = 1L << 28;
  private static final int BLACK = 0;

  private StoredImage() {}

  /**
   * Decodes every pixel of a stored image.
   *
   * @return the image, with the size its pixels really have
   * @throws RejectedException if it is not an image, or a damaged one
   */
  public static EncodedImage decode(byte[] bytes) throws RejectedException {
    SourceImage source = SourceImage.inspect(bytes, MOST_PIXELS);
    BufferedImage pixels =
        new PixelReader(source, BLACK).read(bytes, Crop.of(0, 0, source.width(), source.height()));
    return EncodedImage.untouched(bytes, source.format(), pixels.getWidth(), pixels.getHeight());
  }
}
