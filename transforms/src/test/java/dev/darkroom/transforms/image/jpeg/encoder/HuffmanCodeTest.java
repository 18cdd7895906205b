package dev.darkroom.transforms.image.jpeg.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuffmanCodeTest {
  @Test
  void theOnlySymbolHasACodeThatIsNotOfOnesAlone() {
    HuffmanCode code = new HuffmanCode(symbol -> symbol == 0xA5 ? 7 : 0);
    assertArrayEquals(new byte[] {(byte) 0xA5}, code.symbols());
    assertEquals(1, code.length(0xA5));
    assertEquals(0, code.code(0xA5));
  }

  @Test
  void frequentSymbolsHaveShortCodes() {
    HuffmanCode code = new HuffmanCode(symbol -> symbol < 4 ? 1 << (2 * symbol) : 0);
    assertArrayEquals(new byte[] {3, 2, 1, 0}, code.symbols());
    assertArrayEquals(new int[] {1, 1, 1, 1}, lengths(code, 1, 5));
    assertArrayEquals(
        new int[] {0b1110, 0b110, 0b10, 0}, IntStream.range(0, 4).map(code::code).toArray());
  }

  /** Counts like these make the deepest trees there are: code lengths of up to 20 bits. */
  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17, 20, 40})
  void noCodeIsLongerThanSixteenBits(int symbols) {
    int[] fibonacci = new int[symbols];
    for (int i = 0; i < symbols; i++) {
      fibonacci[i] = i < 2 ? 1 : fibonacci[i - 1] + fibonacci[i - 2];
    }
    HuffmanCode code = new HuffmanCode(symbol -> symbol < symbols ? fibonacci[symbol] : 0);
    assertEquals(symbols, code.symbols().length);
    assertEquals(symbols, IntStream.of(lengths(code, 1, 17)).sum());
    long shares = 0;
    for (int length = 1; length <= 16; length++) {
      shares += (long) code.count(length) << (16 - length);
    }
    int longest = IntStream.rangeClosed(1, 16).filter(l -> code.count(l) > 0).max().getAsInt();
    assertEquals((1 << 16) - (1 << (16 - longest)), shares, "all codes but that of ones alone");
  }

  private static int[] lengths(HuffmanCode code, int from, int to) {
    return IntStream.range(from, to).map(code::count).toArray();
  }
}
