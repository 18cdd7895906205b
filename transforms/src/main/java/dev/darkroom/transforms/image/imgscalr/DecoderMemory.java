package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.source.Colour;
import dev.darkroom.transforms.image.source.SourceImage;

/**
 * What decoding a whole image takes. Of 100 megapixels, with copies of the file, PNG took 306 MB
 * (RGB), 406 (RGBA), 117 (grey), 617 (RGB of 16 bits) and 830 (RGBA of 16 bits), GIF 105, BMP 103
 * (8 bits) and 300 (24 bits), TIFF 320 to 415 (RGB) and 548 (CMYK), JPEG 5, progressive 600 outside
 * the heap, CMYK 427, and both 405 and 802. WebP's arrays have 4.5 bytes a pixel, 5.5 with alpha,
 * and 4 where it is lossless. A palette counts as the colours that it stands for.
 */
final class DecoderMemory {
  private static final int GIF = 1;
  private static final int BMP = 4;
  private static final int WEBP = 5;
  private static final int WEBP_WITH_ALPHA = 6;
  private static final int INKS = 4;

  private DecoderMemory() {}

  /** In bytes, in the heap and beside it. */
  static long of(SourceImage image) {
    return bytesPerPixel(image) * image.pixels() + image.coefficientBytes();
  }

  private static int bytesPerPixel(SourceImage image) {
    switch (image.format()) {
      case JPEG:
        return image.colour() == Colour.CMYK ? INKS : 0;
      case GIF:
        return GIF;
      case BMP:
        return BMP;
      case WEBP:
        return image.transparent() ? WEBP_WITH_ALPHA : WEBP;
      default:
        return image.samples() * (image.deep() ? 2 : 1);
    }
  }
}
