package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;

/** Reads what a WebP file says of its first picture, without decoding any pixels. */
final class WebpHeader {
  private static final int LOSSLESS_SIGNATURE = 0x2F;
  private static final int START_CODE = 0x2A019D;

  private final byte[] bytes;
  private final long maxPixels;
  private int width;
  private int height;
  private boolean extended;
  private boolean transparent;
  private boolean found;
  private Orientation orientation = Orientation.TOP_LEFT;

  WebpHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.maxPixels = maxPixels;
  }

  SourceImage read() throws RejectedException {
    WebpChunks chunks = WebpChunks.ofFile(bytes);
    while (chunks.next()) {
      if (chunks.is("VP8X")) {
        takeCanvas(chunks);
      } else if (chunks.is("ANMF") && !found) {
        takeFrame(chunks);
      } else if (chunks.is("EXIF")) {
        orientation = orientation(chunks);
      } else {
        takePicture(chunks, width, height);
      }
    }
    if (!found) {
      throw WebpChunks.corrupt("it holds no image");
    }
    return SourceImage.builder()
        .format(ImageFormat.WEBP)
        .width(width)
        .height(height)
        .orientation(orientation)
        .colour(Colour.RGB)
        .transparent(transparent)
        .build();
  }

  private void takeCanvas(WebpChunks chunk) throws RejectedException {
    chunk.requireBytes(10);
    if (extended || found) {
      throw WebpChunks.corrupt("it has two headers");
    }
    extended = true;
    width = chunk.threeBytesAt(4) + 1;
    height = chunk.threeBytesAt(7) + 1;
    SourceImage.checkSize(width, height, maxPixels);
  }

  /** What a frame leaves free of the canvas is transparent. */
  private void takeFrame(WebpChunks chunk) throws RejectedException {
    WebpChunks inner = chunk.ofFrame();
    int frameWidth = chunk.threeBytesAt(6) + 1;
    int frameHeight = chunk.threeBytesAt(9) + 1;
    if (!extended
        || 2 * chunk.threeBytesAt(0) + frameWidth > width
        || 2 * chunk.threeBytesAt(3) + frameHeight > height) {
      throw WebpChunks.corrupt("a frame lies outside the image");
    }
    transparent |= frameWidth < width || frameHeight < height;
    while (inner.next()) {
      takePicture(inner, frameWidth, frameHeight);
    }
  }

  private void takePicture(WebpChunks chunk, int expectedWidth, int expectedHeight)
      throws RejectedException {
    if (found) {
      return;
    }
    if (chunk.is("ALPH")) {
      chunk.requireBytes(1);
      transparent = true;
    } else if (chunk.is("VP8 ")) {
      chunk.requireBytes(10);
      int tag = chunk.threeBytesAt(0);
      if ((tag & 1) != 0 || chunk.threeBytesAt(3) != START_CODE) {
        throw WebpChunks.corrupt("a frame begins like none");
      }
      if (tag >> 5 > chunk.size() - 10) {
        throw WebpChunks.cutShort();
      }
      takeSize(chunk.lossyWidth(), chunk.lossyHeight(), expectedWidth, expectedHeight);
    } else if (chunk.is("VP8L")) {
      chunk.requireBytes(5);
      int bits = chunk.intAt(1);
      if (chunk.byteAt(0) != LOSSLESS_SIGNATURE || bits >>> 29 != 0) {
        throw WebpChunks.corrupt("a frame begins like none");
      }
      transparent |= (bits >> 28 & 1) != 0;
      takeSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, expectedWidth, expectedHeight);
    }
  }

  private void takeSize(int w, int h, int expectedWidth, int expectedHeight)
      throws RejectedException {
    SourceImage.checkSize(w, h, maxPixels);
    if (!extended) {
      width = w;
      height = h;
    } else if (w != expectedWidth || h != expectedHeight) {
      throw WebpChunks.corrupt(
          String.format("%dx%d pixels where %dx%d belong", w, h, expectedWidth, expectedHeight));
    }
    found = true;
  }

  /** Some writers put JPEG's prefix before the block. */
  private Orientation orientation(WebpChunks chunk) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    int end = chunk.body() + chunk.size();
    Orientation bare = ExifOrientation.ofTiff(file, chunk.body(), end);
    return bare == Orientation.TOP_LEFT ? ExifOrientation.read(file, chunk.body(), end) : bare;
  }
}
