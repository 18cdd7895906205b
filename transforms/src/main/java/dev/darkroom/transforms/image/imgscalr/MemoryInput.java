package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory. Unlike ImageIO's own streams it copies nothing and caches nothing. */
final class MemoryInput extends ImageInputStreamImpl {
  /** Decoders look ahead by a few bytes. */
  private static final int MOST_LOOKS_BEHIND = 64;

  private final byte[] bytes;
  private final long length;
  private int looksBehind;

  /**
   * A file of this image. TwelveMonkeys refuses TIFFs that are 512 times as large as their files,
   * which blank images are; so that it does not, the length is no less than the number of pixels.
   */
  MemoryInput(byte[] bytes, SourceImage image) {
    this.bytes = bytes;
    this.length =
        image.format() == ImageFormat.TIFF ? Math.max(bytes.length, image.pixels()) : bytes.length;
  }

  @Override
  public int read() throws IIOException {
    bitOffset = 0;
    if (streamPos < bytes.length) {
      return bytes[(int) streamPos++] & 0xFF;
    }
    if (++looksBehind > MOST_LOOKS_BEHIND) {
      throw new IIOException("the data ends too early");
    }
    return -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    if (count <= 0) {
      return -1;
    }
    System.arraycopy(bytes, (int) streamPos, into, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return length;
  }
}
