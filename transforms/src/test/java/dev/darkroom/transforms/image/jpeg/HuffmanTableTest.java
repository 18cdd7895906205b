package dev.darkroom.transforms.image.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.rejection.RejectedException;
import org.junit.jupiter.api.Test;

class HuffmanTableTest {
  private static final int LONGEST_CODE = 16;
  private static final int BITS = HuffmanTable.LOOKUP_BITS;

  /** Ends of blocks, runs of 16 zeroes, and values of 1 to 15 bits behind runs of 0 to 15. */
  private static final int[] SYMBOLS = {
    0x01, 0x00, 0xF0, 0x11, 0x0F, 0xFF, 0x02, 0xFA, 0x03, 0x1F, 0x31, 0xF5, 0x0A, 0x26, 0xF1, 0x7B
  };

  @Test
  void leapsAreTheStepsOfTheCodesThatTheBitsHold() throws RejectedException {
    int longest = 0;
    for (int shortest = 1; shortest <= LONGEST_CODE; shortest++) {
      HuffmanTable table = table(shortest);
      for (int bits = 0; bits < 1 << BITS; bits++) {
        int leap = table.leaps()[bits];
        assertEquals(sumOfSteps(table, bits), leap, "codes from " + shortest + " on, " + bits);
        longest = Math.max(longest, leap & 0xFF);
      }
    }
    assertEquals(BITS + 15, longest);
  }

  @Test
  void sumsGiveTheValuesOfTheCodesThatTheBitsHold() throws RejectedException {
    int known = 0;
    for (int shortest = 1; shortest <= LONGEST_CODE; shortest++) {
      HuffmanTable table = table(shortest);
      for (int bits = 0; bits < 1 << BITS; bits++) {
        int sum = table.sums()[bits];
        for (long rest : new long[] {0, 0x5A5A5A5A5A5A5A5AL, -1}) {
          long head = (long) bits << (64 - BITS) | rest >>> BITS;
          if (sum != HuffmanTable.NO_SUM) {
            int step = table.step(head);
            int size = table.symbol(head) >> 8 & 0xF;
            int value = (int) (head >>> -sum) + (sum >> 11);
            assertEquals(step & 0xFF, sum & 0x3F);
            assertEquals(Math.min(step >> 8, HuffmanTable.MANY), sum >> 6 & HuffmanTable.MANY);
            assertEquals(HuffmanTable.value(head, step & 0xFF, size), value);
            known++;
          }
        }
      }
    }
    assertTrue(known > 10_000, known + " are known");
  }

  private static int sumOfSteps(HuffmanTable table, int bits) {
    int sum = 0;
    for (int n = 0; n < 3 && (sum & 0xFF) < BITS && sum >>> 8 < Zigzag.COEFFICIENTS; n++) {
      sum += step(table, (long) bits << (64 - BITS + (sum & 0xFF)), BITS - (sum & 0xFF));
    }
    return sum;
  }

  /** The step of the code at the head of {@code bits}; 0 if it is not among so many of them. */
  private static int step(HuffmanTable table, long bits, int count) {
    try {
      int symbol = table.symbol(bits) >> 8;
      int length = table.symbol(bits) & 0xFF;
      boolean ends = (symbol & 0xF) == 0 && symbol != 0xF0;
      int passed = ends ? Zigzag.COEFFICIENTS : (symbol >> 4) + 1;
      return length > count ? 0 : passed << 8 | (length + (symbol & 0xF));
    } catch (RejectedException noCode) {
      return 0;
    }
  }

  /** AC codes: one of each length from the shortest on. */
  static HuffmanTable table(int shortest) throws RejectedException {
    byte[] bytes = new byte[LONGEST_CODE + LONGEST_CODE - shortest + 1];
    for (int length = shortest; length <= LONGEST_CODE; length++) {
      bytes[length - 1] = 1;
      bytes[LONGEST_CODE + length - shortest] =
          (byte) SYMBOLS[(length + shortest) % SYMBOLS.length];
    }
    return new HuffmanTable(bytes, 0, bytes.length, false);
  }
}
