package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks a GIF file's blocks (GIF89a, appendix A) without decoding any pixels. */
final class GifHeader {
  private static final int SCREEN_BYTES = 13;
  private static final int IMAGE_BYTES = 10;
  private static final int COLOUR_TABLE = 0x80;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int CONTROL = 0xF9;
  private static final int TRANSPARENT = 1;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final long maxPixels;
  private int width;
  private int height;
  private boolean transparent;
  private boolean found;

  GifHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.maxPixels = maxPixels;
  }

  SourceImage read() throws RejectedException {
    requireBytes(SCREEN_BYTES);
    width = shortAt(6);
    height = shortAt(8);
    if (width > 0 && height > 0) {
      SourceImage.checkSize(width, height, maxPixels);
    }
    walk(SCREEN_BYTES + colourTable(10));
    if (!found) {
      throw corrupt("it holds no image");
    }
    return SourceImage.builder()
        .format(ImageFormat.GIF)
        .width(width)
        .height(height)
        .colour(Colour.RGB)
        .transparent(transparent)
        .build();
  }

  /** All frames are walked, so that a file that was cut anywhere is noticed. */
  private void walk(int from) throws RejectedException {
    int at = from;
    while (true) {
      requireBytes(at + 1);
      switch (bytes[at] & 0xFF) {
        case IMAGE:
          requireBytes(at + IMAGE_BYTES);
          if (!found) {
            takeFirst(at);
          }
          at = behindBlocks(at + IMAGE_BYTES + colourTable(at + 9) + 1);
          break;
        case EXTENSION:
          requireBytes(at + 5);
          if (!found && (bytes[at + 1] & 0xFF) == CONTROL) {
            transparent = (bytes[at + 3] & TRANSPARENT) != 0;
          }
          at = behindBlocks(at + 2);
          break;
        case 0:
          at++;
          break;
        case TRAILER:
          return;
        default:
          throw corrupt("a block is of the unknown kind " + (bytes[at] & 0xFF));
      }
    }
  }

  /** The canvas grows with a frame that sticks out; what a frame leaves free is transparent. */
  private void takeFirst(int at) throws RejectedException {
    found = true;
    int frameWidth = shortAt(at + 5);
    int frameHeight = shortAt(at + 7);
    SourceImage.checkSize(frameWidth, frameHeight, maxPixels);
    width = Math.max(width, shortAt(at + 1) + frameWidth);
    height = Math.max(height, shortAt(at + 3) + frameHeight);
    SourceImage.checkSize(width, height, maxPixels);
    transparent |= frameWidth < width || frameHeight < height;
    if (colourTable(10) == 0 && colourTable(at + 9) == 0) {
      throw corrupt("it has no colour table");
    }
  }

  /** Bytes of the table of colours that the flags announce. */
  private int colourTable(int flags) {
    return (bytes[flags] & COLOUR_TABLE) == 0 ? 0 : 3 << ((bytes[flags] & 7) + 1);
  }

  private int behindBlocks(int from) throws RejectedException {
    int at = from;
    requireBytes(at + 1);
    while (bytes[at] != 0) {
      at += 1 + (bytes[at] & 0xFF);
      requireBytes(at + 1);
    }
    return at + 1;
  }

  private int shortAt(int at) {
    return buffer.getShort(at) & 0xFFFF;
  }

  private void requireBytes(int count) throws RejectedException {
    if (count > bytes.length) {
      throw new RejectedException(Reason.TRUNCATED, "the GIF data ends before its trailer");
    }
  }

  private static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken GIF: " + what);
  }
}
