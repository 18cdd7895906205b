package dev.darkroom.transforms.image.jpeg.encoder;

import dev.darkroom.transforms.image.jpeg.Zigzag;
import java.util.Arrays;

/** The segments of a JPEG file, one after the other (ITU-T T.81, B.2). Not thread-safe. */
final class JpegFile {
  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int APPLICATION = 0xE0;
  private static final int QUANTISATION_TABLE = 0xDB;
  private static final int BASELINE_FRAME = 0xC0;
  private static final int HUFFMAN_TABLE = 0xC4;
  private static final int START_OF_SCAN = 0xDA;

  /** JFIF 1.01, 300 pixels an inch both ways, no thumbnail: as TensorFlow writes. */
  private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 1, 1, 44, 1, 44, 0, 0};

  private static final int COMPONENTS = 3;
  private static final int SAMPLE_BITS = 8;

  /** All segments take less: four full Huffman tables need 1,100 bytes. */
  private static final int LONGEST = 2048;

  private byte[] bytes = new byte[LONGEST];
  private int size;

  /** Adds everything that comes before the Huffman tables. */
  void begin(int width, int height, int sampling, Quantisation luma, Quantisation chroma) {
    marker(START_OF_IMAGE);
    segment(APPLICATION, JFIF.length);
    for (byte each : JFIF) {
      put(each);
    }
    table(0, luma);
    table(1, chroma);
    segment(BASELINE_FRAME, 6 + 3 * COMPONENTS);
    put(SAMPLE_BITS);
    putTwo(height);
    putTwo(width);
    put(COMPONENTS);
    for (int component = 0; component < COMPONENTS; component++) {
      put(component + 1);
      put(component == 0 ? sampling << 4 | sampling : 1 << 4 | 1);
      put(tableOf(component));
    }
  }

  private void table(int number, Quantisation quantisation) {
    segment(QUANTISATION_TABLE, 1 + Zigzag.COEFFICIENTS);
    put(number);
    for (int i = 0; i < Zigzag.COEFFICIENTS; i++) {
      put(quantisation.step(i));
    }
  }

  /** Luma has tables of its own, chroma shares. */
  private static int tableOf(int component) {
    return component == 0 ? 0 : 1;
  }

  /** Adds the Huffman tables, and the one scan with all components. */
  void scan(HuffmanCodes codes, CodedScan coded) {
    table(0x00, codes.table(Symbols.LUMA));
    table(0x10, codes.table(Symbols.LUMA + 1));
    table(0x01, codes.table(Symbols.CHROMA));
    table(0x11, codes.table(Symbols.CHROMA + 1));
    segment(START_OF_SCAN, 4 + 2 * COMPONENTS);
    put(COMPONENTS);
    for (int component = 0; component < COMPONENTS; component++) {
      put(component + 1);
      put(tableOf(component) << 4 | tableOf(component));
    }
    put(0);
    put(Zigzag.COEFFICIENTS - 1);
    put(0);
    int length = coded.stuffedLength();
    bytes = Arrays.copyOf(bytes, size + length + 2);
    coded.copyTo(bytes, size);
    size += length;
  }

  private void table(int number, HuffmanCode code) {
    segment(HUFFMAN_TABLE, 1 + HuffmanCode.LONGEST + code.symbols().length);
    put(number);
    for (int length = 1; length <= HuffmanCode.LONGEST; length++) {
      put(code.count(length));
    }
    for (byte symbol : code.symbols()) {
      put(symbol);
    }
  }

  /** The whole file. */
  byte[] end() {
    marker(END_OF_IMAGE);
    return bytes;
  }

  private void segment(int marker, int length) {
    marker(marker);
    putTwo(2 + length);
  }

  private void marker(int marker) {
    put(0xFF);
    put(marker);
  }

  private void putTwo(int value) {
    put(value >> 8);
    put(value);
  }

  private void put(int value) {
    bytes[size++] = (byte) value;
  }
}
