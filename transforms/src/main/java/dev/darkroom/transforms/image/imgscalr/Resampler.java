package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;

/** Makes an image of another size from the rows it takes. */
interface Resampler extends RowSink {
  /** The finished {@link RgbImage}, once all rows were taken. */
  BufferedImage result();
}
