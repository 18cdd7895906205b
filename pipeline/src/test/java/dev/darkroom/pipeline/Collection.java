package dev.darkroom.pipeline;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small image collections drawn for a test. */
final class Collection {
  private final Path folder;

  Collection(Path folder) {
    this.folder = folder;
  }

  /** {@code perClass} JPEGs in each class, no two alike. */
  Collection withImages(int perClass, String... classes) throws IOException {
    for (String name : classes) {
      for (int i = 0; i < perClass; i++) {
        withImage(name + "/" + i + ".jpg", (name + i).hashCode());
      }
    }
    return this;
  }

  /** One image, coloured by a seed, in the format its name says. */
  Collection withImage(String name, int seed) throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setPaint(new Color(seed));
    canvas.fillRect(0, 0, 40, 30);
    canvas.setPaint(new Color(~seed));
    canvas.fillOval(Math.floorMod(seed, 20), 5, 20, 20);
    canvas.dispose();
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, name.endsWith(".png") ? "png" : "jpg", file.toFile());
    return this;
  }

  Collection withFile(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  Path folder() {
    return folder;
  }
}
