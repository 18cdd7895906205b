package dev.darkroom.pipeline.samples;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pixels as the bytes of a file. */
final class ImageFile {
  private static final float JPEG_QUALITY = 0.9f;

  private static final int ORIENTATION_TAG = 0x0112;
  private static final int TYPE_SHORT = 3;
  private static final int EXIF_BYTES = 36;

  private ImageFile() {}

  static byte[] png(BufferedImage image) throws IOException {
    return encode("png", image);
  }

  /** JPEG with an EXIF segment that says how to turn the given upright image as it is stored. */
  static byte[] jpeg(BufferedImage upright, Orientation orientation) throws IOException {
    byte[] plain = encode("jpeg", orientation.stored(upright));
    ByteBuffer jpeg = ByteBuffer.allocate(plain.length + EXIF_BYTES);
    int exifAt = endOfJfifSegment(plain);
    jpeg.put(plain, 0, exifAt);
    putExif(jpeg, orientation);
    jpeg.put(plain, exifAt, plain.length - exifAt);
    return jpeg.array();
  }

  private static byte[] encode(String format, BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The JFIF segment must stay first, or the JDK's own reader refuses the metadata. */
  private static int endOfJfifSegment(byte[] jpeg) {
    int startOfImage = 2;
    int marker = 2;
    return startOfImage + marker + ByteBuffer.wrap(jpeg).getShort(startOfImage + marker);
  }

  /** An APP1 segment: a big-endian TIFF header and one directory of one entry. */
  private static void putExif(ByteBuffer jpeg, Orientation orientation) {
    jpeg.putShort((short) 0xffe1).putShort((short) (EXIF_BYTES - 2));
    jpeg.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
    jpeg.putShort((short) 1);
    jpeg.putShort((short) ORIENTATION_TAG).putShort((short) TYPE_SHORT).putInt(1);
    jpeg.putShort((short) orientation.tag()).putShort((short) 0);
    jpeg.putInt(0);
  }
}
