package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.ArrayDeque;
import java.util.Deque;

/** Decodes a lossless picture. */
final class LosslessPicture {
  private static final int SIGNATURE_BYTES = 1;
  private static final int SIDE_BITS = 14;
  private static final int KIND_BITS = 4;

  private LosslessPicture() {}

  /**
   * Red, green, blue and alpha.
   *
   * @param bytes holds the content of a {@code VP8L} chunk
   * @throws RejectedException if the data is damaged
   */
  static Raster decode(byte[] bytes, int from, int to) throws RejectedException {
    CodedBits bits = new CodedBits(bytes, from + SIGNATURE_BYTES, to);
    int width = bits.read(SIDE_BITS) + 1;
    int height = bits.read(SIDE_BITS) + 1;
    bits.skip(KIND_BITS);
    int[] pixels = pixels(bits, width, height);
    DataBufferInt buffer = new DataBufferInt(pixels, pixels.length);
    return Raster.createPackedRaster(
        buffer, width, height, width, new int[] {0xFF0000, 0xFF00, 0xFF, 0xFF000000}, null);
  }

  /** Pixels without a header before them, as 0xAARRGGBB. */
  static int[] pixels(CodedBits bits, int width, int height) throws RejectedException {
    Deque<Transform> transforms = new ArrayDeque<>();
    int packedWidth = width;
    int seen = 0;
    while (bits.flag()) {
      int kind = bits.read(2);
      if ((seen & 1 << kind) != 0) {
        throw WebpChunks.corrupt("its pixels were transformed twice in one way");
      }
      seen |= 1 << kind;
      Transform transform = transform(bits, kind, packedWidth, height);
      transforms.push(transform);
      if (transform instanceof Palette) {
        packedWidth = ((Palette) transform).packedWidth();
      }
    }
    int[] pixels = new int[width * height];
    CodedImage.decode(bits, packedWidth, height, pixels);
    transforms.forEach(transform -> transform.undo(pixels));
    return pixels;
  }

  private static Transform transform(CodedBits bits, int kind, int width, int height)
      throws RejectedException {
    switch (kind) {
      case 0:
        return new Prediction(bits, width, height);
      case 1:
        return new ColourPrediction(bits, width, height);
      case 2:
        return new GreenDifference();
      default:
        return new Palette(bits, width, height);
    }
  }
}
