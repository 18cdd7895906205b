package dev.darkroom.benchmark.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;

/** Made-up JPEG files. */
final class Photos {
  private Photos() {}

  /** Overlapping ovals of many colours. */
  static byte[] jpeg(int width, int height) throws IOException {
    return jpeg(width, height, BufferedImage.TYPE_3BYTE_BGR);
  }

  static byte[] jpeg(int width, int height, int type) throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D canvas = image.createGraphics();
    Random random = new Random(width);
    for (int i = 0; i < 100; i++) {
      canvas.setColor(new Color(random.nextInt(1 << 24)));
      canvas.fillOval(random.nextInt(width), random.nextInt(height), width / 5, height / 5);
    }
    canvas.dispose();
    return PlainJava.write(image, 0.9f);
  }
}
