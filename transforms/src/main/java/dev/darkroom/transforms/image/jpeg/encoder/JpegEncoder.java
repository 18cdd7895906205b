package dev.darkroom.transforms.image.jpeg.encoder;

import dev.darkroom.transforms.image.pixels.Pixels;

/**
 * Encodes RGB as baseline JPEG with Huffman tables made for the image, to the byte as TensorFlow's
 * encode_jpeg with optimize_size does, which is libjpeg-turbo with its accurate integer transform.
 * Immutable, and safe for use by many threads at once.
 */
public final class JpegEncoder {
  private final Quantisation luma;
  private final Quantisation chroma;
  private final int sampling;

  /**
   * @param quality on libjpeg's scale, 1 (worst) to 100
   * @param halved whether each chroma sample stands for 2 by 2 pixels, not for one
   */
  public JpegEncoder(int quality, boolean halved) {
    this.luma = Quantisation.luma(quality);
    this.chroma = Quantisation.chroma(quality);
    this.sampling = halved ? 2 : 1;
  }

  /** The file of an image whose sides have 1 to 65500 pixels. */
  public byte[] encode(Pixels image) {
    Symbols symbols = new Symbols();
    new ImageUnits(image, sampling, luma, chroma).addTo(symbols);
    HuffmanCodes codes = new HuffmanCodes(symbols);
    JpegFile file = new JpegFile();
    file.begin(image.width(), image.height(), sampling, luma, chroma);
    file.scan(codes, new CodedScan(codes, symbols));
    return file.end();
  }
}
