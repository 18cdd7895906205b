package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;

/** Makes an image of another size from the rows it takes. */
interface Resampler extends RowSink {
  /** The finished image, of type {@link BufferedImage#TYPE_INT_RGB}, once all rows were taken. */
  BufferedImage result();
}
