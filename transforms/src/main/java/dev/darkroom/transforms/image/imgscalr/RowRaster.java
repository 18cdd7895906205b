package dev.darkroom.transforms.image.imgscalr;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Stands in for the image that the JDK's JPEG reader decodes into, and hands each row on as it
 * comes. Nothing of the image's size is allocated, and nothing written twice.
 */
final class RowRaster extends WritableRaster {
  private final RowSink sink;
  private int rows;

  /**
   * @param bands 1 for grey, or 3
   * @param sink takes rows of so many bands
   */
  RowRaster(int width, int height, int bands, RowSink sink) {
    super(
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_BYTE, width, height, bands, width * bands, offsets(bands)),
        new DataBufferByte(1),
        new Point());
    this.sink = sink;
  }

  private static int[] offsets(int bands) {
    return bands == 1 ? new int[] {0} : new int[] {0, 1, 2};
  }

  /** An image that is made of this raster, in colours that the reader does not convert. */
  BufferedImage image() {
    int space = getNumBands() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(space), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, this, false, null);
  }

  /** How many rows came. */
  int rows() {
    return rows;
  }

  @Override
  public void setRect(int x, int y, Raster row) {
    if (y == 0 && rows > 0) {
      rows = 0;
      sink.restart();
    }
    if (x != 0 || y != rows || row.getHeight() != 1 || row.getWidth() != getWidth()) {
      throw new AssertionError("the reader gives no whole rows in their order");
    }
    rows++;
    try {
      sink.row(((DataBufferByte) row.getDataBuffer()).getData());
    } catch (RuntimeException e) {
      throw new AssertionError("not the decoder's fault", e);
    }
  }

  @Override
  public void setDataElements(int x, int y, Raster pixels) {
    throw new AssertionError("the reader writes pixels otherwise than by rows");
  }

  @Override
  public void setPixels(int x, int y, int width, int height, int[] samples) {
    throw new AssertionError("the reader writes pixels otherwise than by rows");
  }
}
