package dev.darkroom.transforms.tfrecord.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFramingTest {
  /** The check value of CRC-32C is e3069283; RFC 3720 gives 8a9136aa for 32 zero bytes. */
  @Test
  void masksTheChecksum() {
    assertEquals(masked(0xe3069283), RecordFraming.maskedCrc32c("123456789".getBytes(US_ASCII)));
    assertEquals(masked(0x8a9136aa), RecordFraming.maskedCrc32c(new byte[32]));
    assertEquals(0xa282ead8, RecordFraming.maskedCrc32c(new byte[0]));
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "1, 17", "4294967296, 4294967312"})
  void addsSixteenBytes(long payload, long framed) {
    assertEquals(framed, RecordFraming.framedLength(payload));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void refusesNegativeLengths(long payload) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RecordFraming.framedLength(payload));
    assertEquals("payloadBytes must not be negative: " + payload, e.getMessage());
  }

  @Test
  void refusesToOverflow() {
    assertThrows(ArithmeticException.class, () -> RecordFraming.framedLength(Long.MAX_VALUE - 15));
  }

  private static int masked(int crc) {
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }
}
