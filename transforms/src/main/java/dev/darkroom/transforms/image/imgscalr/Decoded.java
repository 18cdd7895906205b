package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import javax.annotation.Nullable;

/** Samples as a decoder gives them, and where on the image they lie. */
final class Decoded {
  private final Raster raster;
  @Nullable private final ColorModel model;
  private final int x;
  private final int y;
  private final boolean weighted;

  private Decoded(Raster raster, @Nullable ColorModel model, int x, int y, boolean weighted) {
    this.raster = raster;
    this.model = model;
    this.x = x;
    this.y = y;
    this.weighted = weighted;
  }

  /** Samples whose top left one has this place. */
  static Decoded at(int x, int y, BufferedImage part) {
    return new Decoded(part.getRaster(), part.getColorModel(), x, y, false);
  }

  /** The same, of samples that say for themselves what they are. */
  static Decoded at(int x, int y, Raster part) {
    return new Decoded(part, null, x, y, false);
  }

  /** Samples of a whole image that say for themselves what they are. */
  static Decoded of(Raster whole) {
    return new Decoded(whole, null, 0, 0, false);
  }

  /** The same, with colours that are or are not multiplied by their alpha already. */
  Decoded weighted(boolean byAlpha) {
    return new Decoded(raster, model, x, y, byAlpha);
  }

  /** Whether colours are multiplied by their alpha. */
  boolean weighted() {
    return weighted;
  }

  Raster raster() {
    return raster;
  }

  @Nullable
  ColorModel model() {
    return model;
  }

  /** Columns of the image left of it. */
  int x() {
    return x;
  }

  /** Rows of the image above it. */
  int y() {
    return y;
  }
}
