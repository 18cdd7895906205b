package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads what a GIF file says of its first frame, without decoding any pixels. */
final class GifHeader {
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
    GifBlocks blocks = new GifBlocks(bytes);
    width = shortAt(6);
    height = shortAt(8);
    if (width > 0 && height > 0) {
      SourceImage.checkSize(width, height, maxPixels);
    }
    // All frames are walked, so that a file that was cut anywhere is noticed.
    while (blocks.next()) {
      if (!found && blocks.isControl()) {
        transparent = (bytes[blocks.start() + 3] & TRANSPARENT) != 0;
      } else if (!found && blocks.isImage()) {
        takeFirst(blocks);
      }
    }
    if (!found) {
      throw GifBlocks.corrupt("it holds no image");
    }
    return SourceImage.builder()
        .format(ImageFormat.GIF)
        .width(width)
        .height(height)
        .colour(Colour.RGB)
        .transparent(transparent)
        .build();
  }

  /** The canvas grows with a frame that sticks out; what a frame leaves free is transparent. */
  private void takeFirst(GifBlocks blocks) throws RejectedException {
    found = true;
    int at = blocks.start();
    int frameWidth = shortAt(at + 5);
    int frameHeight = shortAt(at + 7);
    SourceImage.checkSize(frameWidth, frameHeight, maxPixels);
    width = Math.max(width, shortAt(at + 1) + frameWidth);
    height = Math.max(height, shortAt(at + 3) + frameHeight);
    SourceImage.checkSize(width, height, maxPixels);
    transparent |= frameWidth < width || frameHeight < height;
    if (blocks.tableBytes(GifBlocks.SCREEN_FLAGS) == 0
        && blocks.tableBytes(at + GifBlocks.IMAGE_FLAGS) == 0) {
      throw GifBlocks.corrupt("it has no colour table");
    }
  }

  private int shortAt(int at) {
    return buffer.getShort(at) & 0xFFFF;
  }
}
