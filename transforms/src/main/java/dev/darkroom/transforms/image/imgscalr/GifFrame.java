package dev.darkroom.transforms.image.imgscalr;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.metadata.IIOMetadataNode;

/** The first frame of a GIF, and where on the screen it lies. */
final class GifFrame {
  private static final String TREE = "javax_imageio_gif_image_1.0";

  private GifFrame() {}

  /**
   * @param swapped whether the second and third rows are stored in each other's place
   */
  static Decoded read(ImageReader reader, boolean swapped) throws IOException {
    IIOMetadataNode tree = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(TREE);
    IIOMetadataNode place = (IIOMetadataNode) tree.getElementsByTagName("ImageDescriptor").item(0);
    RowCount rows = new RowCount();
    reader.addIIOReadUpdateListener(rows);
    BufferedImage image = reader.read(0);
    if (rows.count < image.getHeight()) {
      // The JDK leaves the others black, and says nothing.
      throw new IIOException("only " + rows.count + " rows of " + image.getHeight());
    }
    if (swapped) {
      swap(image.getRaster());
    }
    return Decoded.at(number(place, "imageLeftPosition"), number(place, "imageTopPosition"), image);
  }

  private static void swap(WritableRaster raster) {
    int width = raster.getWidth();
    int[] second = raster.getPixels(0, 1, width, 1, (int[]) null);
    raster.setPixels(0, 1, width, 1, raster.getPixels(0, 2, width, 1, (int[]) null));
    raster.setPixels(0, 2, width, 1, second);
  }

  private static int number(IIOMetadataNode node, String attribute) {
    return Integer.parseInt(node.getAttribute(attribute));
  }

  private static final class RowCount implements IIOReadUpdateListener {
    private int count;

    @Override
    public void imageUpdate(
        ImageReader reader,
        BufferedImage image,
        int x,
        int y,
        int width,
        int height,
        int xPeriod,
        int yPeriod,
        int[] bands) {
      count += height;
    }

    @Override
    public void passStarted(
        ImageReader reader,
        BufferedImage image,
        int pass,
        int first,
        int last,
        int x,
        int y,
        int xPeriod,
        int yPeriod,
        int[] bands) {}

    @Override
    public void passComplete(ImageReader reader, BufferedImage image) {}

    @Override
    public void thumbnailPassStarted(
        ImageReader reader,
        BufferedImage image,
        int pass,
        int first,
        int last,
        int x,
        int y,
        int xPeriod,
        int yPeriod,
        int[] bands) {}

    @Override
    public void thumbnailUpdate(
        ImageReader reader,
        BufferedImage image,
        int x,
        int y,
        int width,
        int height,
        int xPeriod,
        int yPeriod,
        int[] bands) {}

    @Override
    public void thumbnailPassComplete(ImageReader reader, BufferedImage image) {}
  }
}
