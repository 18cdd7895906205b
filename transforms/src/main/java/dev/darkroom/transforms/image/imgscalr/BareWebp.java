package dev.darkroom.transforms.image.imgscalr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The first picture of a WebP file as a file of its own, less profile and metadata. */
final class BareWebp {
  /** Where the content of the first chunk begins. */
  static final int CONTENT = 20;

  private static final int HEADER_BYTES = 12;
  private static final int EXTENSION_BYTES = 18;
  private static final int ALPHA = 0x10;

  private final byte[] bytes;
  private final int x;
  private final int y;

  private BareWebp(byte[] bytes, int x, int y) {
    this.bytes = bytes;
    this.x = x;
    this.y = y;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether the first chunk is the picture, and a lossless one. */
  boolean lossless() {
    return bytes[HEADER_BYTES + 3] == 'L';
  }

  /** Columns of the image left of the picture. */
  int x() {
    return x;
  }

  /** Rows of the image above the picture. */
  int y() {
    return y;
  }

  /**
   * @param webp whose first picture is known to be there
   */
  static BareWebp of(byte[] webp) throws RejectedException {
    WebpChunks chunks = WebpChunks.ofFile(webp);
    byte[] canvas = {};
    while (chunks.next()) {
      if (chunks.is("VP8X")) {
        canvas = Arrays.copyOfRange(webp, chunks.body() + 4, chunks.body() + 10);
      } else if (chunks.is("ANMF")) {
        byte[] size = Arrays.copyOfRange(webp, chunks.body() + 6, chunks.body() + 12);
        byte[] picture = picture(webp, chunks.ofFrame(), size);
        return new BareWebp(picture, 2 * chunks.threeBytesAt(0), 2 * chunks.threeBytesAt(3));
      } else if (isPart(chunks)) {
        break;
      }
    }
    return new BareWebp(picture(webp, WebpChunks.ofFile(webp), canvas), 0, 0);
  }

  private static byte[] picture(byte[] webp, WebpChunks chunks, byte[] size)
      throws RejectedException {
    int alpha = 0;
    while (chunks.next()) {
      if (chunks.is("ALPH")) {
        alpha = chunks.start();
      } else if (isPart(chunks)) {
        break;
      }
    }
    int end = chunks.body() + chunks.size();
    return alpha == 0
        ? file(webp, chunks.start(), end, new byte[0])
        : file(webp, alpha, end, extension(size));
  }

  private static boolean isPart(WebpChunks chunks) {
    return chunks.is("VP8 ") || chunks.is("VP8L");
  }

  private static byte[] extension(byte[] size) {
    ByteBuffer chunk = ByteBuffer.allocate(EXTENSION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put("VP8X".getBytes(ISO_8859_1)).putInt(10).putInt(ALPHA).put(size).array();
  }

  private static byte[] file(byte[] webp, int from, int to, byte[] before) {
    int length = HEADER_BYTES + before.length + to - from;
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(ISO_8859_1)).putInt(length - 8).put("WEBP".getBytes(ISO_8859_1));
    return file.put(before).put(webp, from, to - from).array();
  }
}
