package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.source.Colour;
import dev.darkroom.transforms.image.source.SourceImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns decoded samples of any layout into rows of RGB. Java's own conversion is of no use: it
 * brightens grey, and cuts 16 bits to 8 instead of rounding them.
 */
final class PlainRows {
  private final Colour colour;
  private final boolean transparent;
  private final int background;
  private final Optional<ProfileConversion> profile;

  PlainRows(SourceImage image, int background, Optional<ProfileConversion> profile) {
    this.colour = image.colour();
    this.transparent = image.transparent();
    this.background = background;
    this.profile = profile;
  }

  /** Sends the window's rows. Where nothing was decoded, the background shows. */
  void send(Decoded decoded, Crop window, RowSink sink) {
    Raster raster = decoded.raster();
    int left = Math.max(window.x(), decoded.x());
    int right = Math.min(window.x() + window.width(), decoded.x() + raster.getWidth());
    byte[] empty = backgroundRow(window.width());
    byte[] row = new byte[empty.length];
    int[] samples = null;
    for (int y = window.y(); y < window.y() + window.height(); y++) {
      System.arraycopy(empty, 0, row, 0, row.length);
      int line = y - decoded.y();
      if (left < right && line >= 0 && line < raster.getHeight()) {
        samples = raster.getPixels(left - decoded.x(), line, right - left, 1, samples);
        place(samples, decoded, right - left, row, (left - window.x()) * 3);
      }
      sink.row(row);
    }
  }

  private byte[] backgroundRow(int width) {
    byte[] row = new byte[width * 3];
    for (int i = 0; i < row.length; i += 3) {
      row[i] = (byte) (background >> 16);
      row[i + 1] = (byte) (background >> 8);
      row[i + 2] = (byte) background;
    }
    return row;
  }

  private void place(int[] samples, Decoded decoded, int count, byte[] row, int at) {
    boolean palette = decoded.model() instanceof IndexColorModel;
    int bands = palette ? 4 : decoded.raster().getNumBands();
    byte[] stored =
        palette ? looked(samples, count, decoded.model()) : scaled(samples, count, decoded);
    int colours = palette || bands == 3 ? 3 : colour == Colour.CMYK ? 4 : bands < 3 ? 1 : 3;
    byte[] rgb = toRgb(every(stored, count, bands, colours), colours);
    if (!transparent || bands == colours) {
      System.arraycopy(rgb, 0, row, at, rgb.length);
      return;
    }
    for (int i = 0; i < rgb.length; i++) {
      int alpha = stored[i / 3 * bands + colours] & 0xFF;
      int above = rgb[i] & 0xFF;
      int below = row[at + i] & 0xFF;
      row[at + i] =
          (byte)
              (decoded.weighted()
                  ? Math.min(255, above + (below * (255 - alpha) + 127) / 255)
                  : (above * alpha + below * (255 - alpha) + 127) / 255);
    }
  }

  private static byte[] looked(int[] samples, int count, ColorModel model) {
    byte[] rgba = new byte[count * 4];
    for (int i = 0; i < count; i++) {
      int argb = ((IndexColorModel) model).getRGB(samples[i]);
      rgba[4 * i] = (byte) (argb >> 16);
      rgba[4 * i + 1] = (byte) (argb >> 8);
      rgba[4 * i + 2] = (byte) argb;
      rgba[4 * i + 3] = (byte) (argb >>> 24);
    }
    return rgba;
  }

  /** To 8 bits, rounded. */
  private static byte[] scaled(int[] samples, int count, Decoded decoded) {
    int bands = decoded.raster().getNumBands();
    byte[] bytes = new byte[count * bands];
    for (int band = 0; band < bands; band++) {
      int most = (1 << decoded.raster().getSampleModel().getSampleSize(band)) - 1;
      for (int i = band; i < bytes.length; i += bands) {
        bytes[i] = (byte) (most == 255 ? samples[i] : (samples[i] * 255 + most / 2) / most);
      }
    }
    return bytes;
  }

  /** The first bands of each pixel alone. */
  private static byte[] every(byte[] samples, int count, int bands, int kept) {
    if (bands == kept) {
      return samples;
    }
    byte[] some = new byte[count * kept];
    for (int i = 0; i < some.length; i++) {
      some[i] = samples[i / kept * bands + i % kept];
    }
    return some;
  }

  private byte[] toRgb(byte[] samples, int bands) {
    if (profile.isPresent()) {
      return profile.get().toRgb(samples);
    }
    return bands == 3 ? samples : bands == 1 ? replicated(samples) : withoutInks(samples);
  }

  /** Grey, one sample a pixel, as RGB. */
  static byte[] replicated(byte[] grey) {
    byte[] rgb = new byte[grey.length * 3];
    for (int i = 0; i < grey.length; i++) {
      Arrays.fill(rgb, 3 * i, 3 * i + 3, grey[i]);
    }
    return rgb;
  }

  /** Each ink takes away its part of what black leaves: Pillow's rule, to the bit. */
  private static byte[] withoutInks(byte[] cmyk) {
    byte[] rgb = new byte[cmyk.length / 4 * 3];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3 * 4;
      int left = 255 - (cmyk[pixel + 3] & 0xFF);
      int ink = cmyk[pixel + i % 3] & 0xFF;
      rgb[i] = (byte) (left - (ink * left * 2 + 255) / 510);
    }
    return rgb;
  }
}
