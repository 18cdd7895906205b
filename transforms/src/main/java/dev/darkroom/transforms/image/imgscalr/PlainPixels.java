package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Turns a decoded image of any layout into packed RGB by its stored samples. Colour spaces are not
 * converted: Java's own conversion brightens grey and applies embedded profiles.
 */
final class PlainPixels {
  private PlainPixels() {}

  /**
   * Grey is replicated, alpha blended with the background, of 16-bit samples the high byte used.
   */
  static BufferedImage of(BufferedImage image, int background) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] out = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
    Raster raster = image.getRaster();
    ColorModel model = image.getColorModel();
    int bands = raster.getNumBands();
    int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    int[] row = null;
    for (int y = 0; y < height; y++) {
      row = raster.getPixels(0, y, width, 1, row);
      for (int x = 0, i = 0; x < width; x++, i += bands) {
        int argb =
            model instanceof IndexColorModel
                ? ((IndexColorModel) model).getRGB(row[i])
                : packed(row, i, bands, shift);
        out[y * width + x] = blend(argb, background);
      }
    }
    return plain;
  }

  private static int packed(int[] row, int i, int bands, int shift) {
    int first = row[i] >> shift;
    int second = bands < 3 ? first : row[i + 1] >> shift;
    int third = bands < 3 ? first : row[i + 2] >> shift;
    int alpha = bands % 2 == 0 ? row[i + bands - 1] >> shift : 0xFF;
    return alpha << 24 | first << 16 | second << 8 | third;
  }

  private static int blend(int argb, int background) {
    int alpha = argb >>> 24;
    if (alpha == 0xFF) {
      return argb & 0xFFFFFF;
    }
    return blend(argb, background, alpha, 16)
        | blend(argb, background, alpha, 8)
        | blend(argb, background, alpha, 0);
  }

  private static int blend(int argb, int background, int alpha, int bit) {
    int above = (argb >> bit) & 0xFF;
    int below = (background >> bit) & 0xFF;
    return ((above * alpha + below * (255 - alpha) + 127) / 255) << bit;
  }
}
