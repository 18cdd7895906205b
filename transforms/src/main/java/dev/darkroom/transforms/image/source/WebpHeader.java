package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.Rectangle;
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
  private Orientation orientation = Orientation.TOP_LEFT;

  WebpHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.maxPixels = maxPixels;
  }

  SourceImage read() throws RejectedException {
    WebpPicture picture = WebpPicture.of(bytes);
    WebpChunks chunks = WebpChunks.ofFile(bytes);
    while (chunks.next()) {
      if (chunks.is("VP8X")) {
        takeCanvas(chunks, picture);
      } else if (chunks.is("EXIF")) {
        orientation = orientation(chunks);
      }
    }
    takePicture(picture);
    return SourceImage.builder()
        .format(ImageFormat.WEBP)
        .width(width)
        .height(height)
        .orientation(orientation)
        .colour(Colour.RGB)
        .transparent(transparent)
        .build();
  }

  private void takeCanvas(WebpChunks chunk, WebpPicture picture) throws RejectedException {
    chunk.requireBytes(10);
    if (extended || chunk.start() > picture.chunk().start()) {
      throw WebpChunks.corrupt("it has two headers");
    }
    extended = true;
    width = chunk.threeBytesAt(4) + 1;
    height = chunk.threeBytesAt(7) + 1;
    SourceImage.checkSize(width, height, maxPixels);
  }

  private void takePicture(WebpPicture picture) throws RejectedException {
    Rectangle place = picture.frame();
    if (place == null) {
      place = new Rectangle(width, height);
    } else if (!extended || !new Rectangle(width, height).contains(place)) {
      throw WebpChunks.corrupt("a frame lies outside the image");
    }
    // What a frame leaves free of the image is transparent.
    transparent = picture.hasAlpha() || place.width < width || place.height < height;
    WebpChunks chunk = picture.chunk();
    if (chunk.is("VP8 ")) {
      chunk.requireBytes(10);
      int tag = chunk.threeBytesAt(0);
      if ((tag & 1) != 0 || chunk.threeBytesAt(3) != START_CODE) {
        throw WebpChunks.corrupt("a frame begins like none");
      }
      if (tag >> 5 > chunk.size() - 10) {
        throw WebpChunks.cutShort();
      }
      takeSize(chunk.lossyWidth(), chunk.lossyHeight(), place);
    } else {
      chunk.requireBytes(5);
      int bits = chunk.intAt(1);
      if (chunk.byteAt(0) != LOSSLESS_SIGNATURE || bits >>> 29 != 0) {
        throw WebpChunks.corrupt("a frame begins like none");
      }
      transparent |= (bits >> 28 & 1) != 0;
      takeSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, place);
    }
  }

  private void takeSize(int w, int h, Rectangle place) throws RejectedException {
    SourceImage.checkSize(w, h, maxPixels);
    if (!extended) {
      width = w;
      height = h;
    } else if (w != place.width || h != place.height) {
      throw WebpChunks.corrupt(
          String.format("%dx%d pixels where %dx%d belong", w, h, place.width, place.height));
    }
  }

  /** Some writers put JPEG's prefix before the block. */
  private Orientation orientation(WebpChunks chunk) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    int end = chunk.body() + chunk.size();
    Orientation bare = ExifOrientation.ofTiff(file, chunk.body(), end);
    return bare == Orientation.TOP_LEFT ? ExifOrientation.read(file, chunk.body(), end) : bare;
  }
}
