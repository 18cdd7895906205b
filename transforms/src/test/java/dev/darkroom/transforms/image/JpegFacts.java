package dev.darkroom.transforms.image;

import java.util.ArrayList;
import java.util.List;

/** What an output's frame header and tables say, read independently of the code under test. */
record JpegFacts(int frame, int width, int height, List<Integer> sampling, int firstQuantum) {

  static JpegFacts of(byte[] jpeg) {
    int firstQuantum = -1;
    for (int at = 2; ; ) {
      int code = jpeg[at + 1] & 0xFF;
      if (code == 0xDB && firstQuantum < 0) {
        firstQuantum = jpeg[at + 5] & 0xFF;
      }
      if (code >= 0xC0 && code <= 0xC2) {
        List<Integer> sampling = new ArrayList<>();
        for (int c = 0; c < jpeg[at + 9]; c++) {
          sampling.add((int) jpeg[at + 11 + 3 * c]);
        }
        return new JpegFacts(
            code, two(jpeg, at + 7), two(jpeg, at + 5), List.copyOf(sampling), firstQuantum);
      }
      at += 2 + two(jpeg, at + 2);
    }
  }

  private static int two(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
