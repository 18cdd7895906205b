package dev.darkroom.transforms.image.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.rejection.RejectedException;
import org.junit.jupiter.api.Test;

class LeapTablesTest {
  private static final int BITS = HuffmanTable.LOOKUP_BITS;

  /** Codes of 2 to 4 bits, before values of 0, 3, 11, 15 and 1 bits. */
  private static final byte[] DC = {
    0, 3, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 11, 15, 1
  };

  @Test
  void leapsAreTheStepsOfOneCodeAfterTheOther() throws RejectedException {
    HuffmanTable dc = new HuffmanTable(DC, 0, DC.length, true);
    for (int shortest = 1; shortest <= 16; shortest++) {
      HuffmanTable ac = HuffmanTableTest.table(shortest);
      LeapTables tables = new LeapTables(new HuffmanTable[] {dc}, new HuffmanTable[] {ac});
      for (int bits = 0; bits < LeapTables.SIZE; bits++) {
        assertLeap(dc, ac, bits, tables.leaps()[tables.first(0) + bits], true);
        assertLeap(dc, ac, bits, tables.leaps()[tables.inner(0) + bits], false);
        assertEquals(0, tables.leaps()[tables.idle() + bits]);
      }
    }
  }

  private static void assertLeap(
      HuffmanTable dc, HuffmanTable ac, int bits, int leap, boolean first)
      throws RejectedException {
    int known = (first ? dc : ac).steps()[bits];
    if (leap == LeapTables.ELSEWHERE) {
      assertTrue(known == 0 || (known & 0xFF) > LeapTables.MOST_BITS, bits + " is known");
      return;
    }
    int taken = 0;
    int passed = 0;
    boolean ended = false;
    while (taken < (leap & 0xFF)) {
      assertTrue(taken < BITS && !ended, bits + " leaps too far");
      long head = (long) bits << (64 - BITS + taken);
      boolean mean = first && taken == 0;
      int step = (mean ? dc : ac).step(head);
      assertTrue(taken + ((mean ? dc : ac).symbol(head) & 0xFF) <= BITS, bits + " are too few");
      taken += step & 0xFF;
      ended = !mean && step >> 8 == Zigzag.COEFFICIENTS;
      passed += mean ? 1 : ended ? 0 : step >> 8;
    }
    assertEquals(leap, (passed << 8 | taken) + (ended ? LeapTables.END : 0), "of " + bits);
    assertTrue(taken <= LeapTables.MOST_BITS && passed < Zigzag.COEFFICIENTS);
  }

  @Test
  void leapsTakeSeveralCodes() throws RejectedException {
    HuffmanTable dc = new HuffmanTable(DC, 0, DC.length, true);
    HuffmanTable ac = HuffmanTableTest.table(2);
    LeapTables tables = new LeapTables(new HuffmanTable[] {dc}, new HuffmanTable[] {ac});
    int longest = 0;
    for (int bits = 0; bits < LeapTables.SIZE; bits++) {
      longest = Math.max(longest, tables.leaps()[tables.inner(0) + bits] >> 8);
    }
    assertTrue(longest > 2 * 16, longest + " coefficients at most");
  }

  @Test
  void componentsOfTheSameTablesShareTheirs() throws RejectedException {
    HuffmanTable dc = new HuffmanTable(DC, 0, DC.length, true);
    HuffmanTable one = HuffmanTableTest.table(2);
    HuffmanTable other = HuffmanTableTest.table(3);
    LeapTables tables =
        new LeapTables(
            new HuffmanTable[] {dc, dc, dc, dc}, new HuffmanTable[] {one, other, one, other});
    assertEquals(tables.first(0), tables.first(2));
    assertEquals(tables.inner(1), tables.inner(3));
    assertEquals(6 * LeapTables.SIZE, tables.leaps().length);
  }
}
