package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.jpeg.DecodedExcerpt;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import javax.imageio.ImageTypeSpecifier;

/** Images of red, green and blue bytes in this order, which is how encoders want them. */
final class RgbImage {
  /** Bytes of a pixel. */
  static final int BANDS = 3;

  private static final ImageTypeSpecifier TYPE =
      ImageTypeSpecifier.createInterleaved(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          new int[] {0, 1, 2},
          DataBuffer.TYPE_BYTE,
          false,
          false);

  private RgbImage() {}

  /** A black image. */
  static BufferedImage of(int width, int height) {
    return TYPE.createBufferedImage(width, height);
  }

  /** An image of these pixels. */
  static BufferedImage of(DecodedExcerpt decoded) {
    BufferedImage image = of(decoded.width(), decoded.height());
    byte[] rgb = decoded.rgb();
    System.arraycopy(rgb, 0, samples(image), 0, rgb.length);
    return image;
  }

  /** The image's own samples, row by row. */
  static byte[] samples(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
