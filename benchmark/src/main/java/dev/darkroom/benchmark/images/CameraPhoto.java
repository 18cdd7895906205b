package dev.darkroom.benchmark.images;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;

/**
 * A photo as large as cameras make them, laid out of small ones at twice their size: some one and a
 * half bits a pixel, where cameras need one to three.
 */
final class CameraPhoto {
  private static final int ENLARGED = 2;
  private static final float QUALITY = 0.9f;

  private CameraPhoto() {}

  /** A baseline JPEG file of quality 90, with halved chroma. */
  static byte[] of(Iterator<Path> tiles, int width, int height) throws IOException {
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = photo.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int y = 0;
    while (y < height) {
      int rowHeight = height;
      int x = 0;
      while (x < width) {
        BufferedImage tile = ImageIO.read(tiles.next().toFile());
        int tileWidth = ENLARGED * tile.getWidth();
        int tileHeight = ENLARGED * tile.getHeight();
        canvas.drawImage(tile, x, y, tileWidth, tileHeight, null);
        x += tileWidth;
        rowHeight = Math.min(rowHeight, tileHeight);
      }
      y += rowHeight;
    }
    canvas.dispose();
    return PlainJava.write(photo, QUALITY);
  }
}
