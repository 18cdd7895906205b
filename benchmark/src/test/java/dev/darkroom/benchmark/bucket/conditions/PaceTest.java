package dev.darkroom.benchmark.bucket.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** In nanoseconds on a clock of our own. */
class PaceTest {
  private static final long MILLI = 1_000_000;

  @Test
  void eachPieceTakesItsTime() {
    Pace pace = new Pace(1e6);
    pace.begin(5 * MILLI);
    assertEquals(6 * MILLI, pace.reserve(1000, 5 * MILLI));
    assertEquals(8 * MILLI, pace.reserve(2000, 6 * MILLI));
  }

  @Test
  void transfersTakeTurns() {
    Pace pace = new Pace(1e6);
    pace.begin(0);
    pace.begin(0);
    for (int turn = 0; turn < 10; turn++) {
      assertEquals((2 * turn + 1) * MILLI, pace.reserve(1000, 0));
      assertEquals((2 * turn + 2) * MILLI, pace.reserve(1000, 0));
    }
  }

  @Test
  void aTimerThatFiredLateIsMadeUpFor() {
    Pace pace = new Pace(1e6);
    pace.begin(0);
    assertEquals(MILLI, pace.reserve(1000, 0));
    assertEquals(2 * MILLI, pace.reserve(1000, 3 * MILLI));
    assertEquals(81 * MILLI, pace.reserve(1000, 100 * MILLI), "but not a long pause");
  }

  @Test
  void idleTimeIsNotSaved() {
    Pace pace = new Pace(1e6);
    pace.begin(0);
    pace.reserve(1000, 0);
    pace.end();
    pace.begin(100 * MILLI);
    assertEquals(101 * MILLI, pace.reserve(1000, 100 * MILLI));
  }

  @Test
  void withoutALimitNothingWaits() {
    Pace pace = new Pace(Double.POSITIVE_INFINITY);
    pace.begin(7);
    assertEquals(7, pace.reserve(Long.MAX_VALUE, 7));
  }

  @Test
  void aLimitOfRequestsLetsARateThrough() {
    RequestLimit limit = new RequestLimit(100);
    int allowed = 0;
    for (long now = 0; now < 1000 * MILLI; now += MILLI) {
      allowed += limit.allows(now) ? 1 : 0;
    }
    assertEquals(109, allowed, "the rate, and a tenth of a second's burst");
  }

  @Test
  void aLimitBelowTheBurstsLengthLetsOneThrough() {
    RequestLimit limit = new RequestLimit(2);
    assertTrue(limit.allows(0));
    assertFalse(limit.allows(499 * MILLI));
    assertTrue(limit.allows(500 * MILLI));
  }
}
