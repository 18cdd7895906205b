package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.pixels.Pixels;
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
  static BufferedImage of(Pixels pixels) {
    BufferedImage image = of(pixels.width(), pixels.height());
    byte[] rgb = pixels.rgb();
    System.arraycopy(rgb, 0, samples(image), 0, rgb.length);
    return image;
  }

  /** The pixels of any image. */
  static Pixels pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (image.getType() == BufferedImage.TYPE_CUSTOM) {
      return Pixels.of(width, height, samples(image));
    }
    byte[] rgb = new byte[BANDS * width * height];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int pixel : row) {
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
    return Pixels.of(width, height, rgb);
  }

  /** The image's own samples, row by row. */
  static byte[] samples(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
