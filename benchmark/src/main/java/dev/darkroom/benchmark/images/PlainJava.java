package dev.darkroom.benchmark.images;

import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.geometry.ExactCover;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.imgscalr.Scalr;
import org.imgscalr.Scalr.Method;
import org.imgscalr.Scalr.Mode;

/**
 * The yardstick of plain Java: ImageIO.read, Scalr.resize of the whole image until it covers the
 * target, Scalr.crop, and ImageIO's own JPEG writer, which halves chroma and leaves the Huffman
 * tables as they are. In memory: without ImageIO's temporary files.
 */
final class PlainJava {
  /** What files are written with. */
  static final float QUALITY = 0.95f;

  private PlainJava() {}

  /** The photo as a JPEG file of the target's size. */
  static byte[] convert(Photo photo) throws IOException {
    return write(resize(photo, read(photo)), QUALITY);
  }

  /** All pixels of the photo. */
  static BufferedImage read(Photo photo) throws IOException {
    return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.bytes())));
  }

  /** Until it covers the target, and cut to the target. */
  static BufferedImage resize(Photo photo, BufferedImage image) {
    ExactCover cover = photo.cover();
    Crop window = cover.window();
    BufferedImage whole =
        Scalr.resize(image, Method.BALANCED, Mode.FIT_EXACT, cover.width(), cover.height());
    return Scalr.crop(whole, window.x(), window.y(), window.width(), window.height());
  }

  /** The image as a JPEG file with halved chroma. */
  static byte[] write(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
