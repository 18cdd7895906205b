package dev.darkroom.transforms.tfrecord.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderDamageTest {
  private static final GoldenFile FILE = GoldenFile.read("several.tfrecord");
  private static final byte[] BYTES = FILE.bytes();

  @Test
  void detectsEveryFlippedBit() throws IOException {
    for (int bit = 0; bit < 8 * BYTES.length; bit++) {
      byte[] damaged = BYTES.clone();
      damaged[bit / 8] ^= (byte) (1 << (bit % 8));
      int record = recordAt(bit / 8);
      long place = bit / 8 - FILE.boundaries()[record];

      CorruptRecordException e = damageIn(damaged, record, 4096);

      assertEquals(record, e.index());
      assertEquals(FILE.boundaries()[record], e.offset());
      String part = place < 12 ? "length" : "data";
      assertEquals(
          "record " + record + " at byte " + e.offset() + ": " + part + " checksum mismatch",
          e.getMessage().replaceFirst(": stored .*", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 4096})
  void detectsEveryTruncationThatLeavesPartOfARecord(int portion) throws IOException {
    for (int length = 0; length < BYTES.length; length++) {
      byte[] damaged = Arrays.copyOf(BYTES, length);
      int record = recordAt(length);
      int left = (int) (length - FILE.boundaries()[record]);
      if (left == 0) {
        assertNull(readerAfter(damaged, record, portion).next());
        continue;
      }

      CorruptRecordException e = damageIn(damaged, record, portion);

      assertEquals(
          "record "
              + record
              + " at byte "
              + FILE.boundaries()[record]
              + ": file ends inside the "
              + missing(left, FILE.payloads().get(record).length()),
          e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "268435457, 268435457", // one more than the default limit
    "2147483647, 2147483647",
    "4294967296, 4294967296", // its lower half alone would read as 0
    "9223372036854775807, 9223372036854775807",
    "-1, 18446744073709551615",
  })
  void refusesAnAbsurdLengthEvenUnderAValidChecksum(long length, String shown) {
    ByteBuffer file = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    file.putInt(RecordFraming.maskedCrc32c(Arrays.copyOf(file.array(), 8)));
    RecordReader reader = new RecordReader(new StingyChannel(file.array(), 4096));

    CorruptRecordException e = assertThrows(CorruptRecordException.class, reader::next);

    assertEquals(
        "record 0 at byte 0: length " + shown + " exceeds the limit of 268435456 bytes",
        e.getMessage());
  }

  @Test
  void readsNothingAfterDamage() {
    byte[] damaged = BYTES.clone();
    damaged[0]++;
    RecordReader reader = new RecordReader(new StingyChannel(damaged, 4096));

    assertThrows(CorruptRecordException.class, reader::next);
    assertThrows(IllegalStateException.class, reader::next);
    assertEquals(-1, reader.index());
    assertEquals(0, reader.position());
  }

  private static String missing(int left, int payload) {
    if (left < 12) {
      return "header: " + left + " of 12 bytes";
    }
    if (left - 12 < payload) {
      return "data: " + (left - 12) + " of " + payload + " bytes";
    }
    return "footer: " + (left - 12 - payload) + " of 4 bytes";
  }

  private static CorruptRecordException damageIn(byte[] damaged, int record, int portion)
      throws IOException {
    return assertThrows(CorruptRecordException.class, readerAfter(damaged, record, portion)::next);
  }

  /** A reader that has returned so many intact records. */
  private static RecordReader readerAfter(byte[] damaged, int records, int portion)
      throws IOException {
    RecordReader reader = new RecordReader(new StingyChannel(damaged, portion));
    for (int i = 0; i < records; i++) {
      assertEquals(FILE.payloads().get(i), GoldenFile.Payload.of(reader.next()));
    }
    return reader;
  }

  private static int recordAt(int position) {
    int found = Arrays.binarySearch(FILE.boundaries(), position);
    return found >= 0 ? found : -found - 2;
  }
}
