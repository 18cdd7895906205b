package dev.darkroom.transforms.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPaceTest {
  private static void tell(ReadPace pace, int times, double readMillis, double useMillis) {
    for (int i = 0; i < times; i++) {
      pace.read((long) (readMillis * TimeUnit.MILLISECONDS.toNanos(1)));
      pace.used((long) (useMillis * TimeUnit.MILLISECONDS.toNanos(1)));
    }
  }

  /** By Little's law, half as many again: 2 users of 4 ms use up 25 files in 50 ms. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 4, 16",
    "50, 4, 37",
    "100, 4, 75",
    "100, 2, 150",
    "100, 200, 16",
    "1000, 2, 256",
  })
  void followsTheLatency(double readMillis, double useMillis, int files) {
    ReadPace pace = new ReadPace(2);

    tell(pace, 1000, readMillis, useMillis);

    assertEquals(files, pace.files(), 1);
  }

  @Test
  void followsItsChanges() {
    ReadPace pace = new ReadPace(2);
    tell(pace, 1000, 10, 4);
    int before = pace.files();

    tell(pace, 100, 100, 4);

    assertEquals(16, before);
    assertTrue(pace.files() > 70, "" + pace.files());
    tell(pace, 200, 10, 4);
    assertEquals(16, pace.files());
  }

  /** Files come in order: a slow one holds up those behind it. */
  @Test
  void readsFurtherAheadWhereReadsAreUneven() {
    ReadPace even = new ReadPace(2);
    ReadPace uneven = new ReadPace(2);

    for (int i = 0; i < 500; i++) {
      tell(even, 1, 50, 4);
      tell(uneven, 1, i % 2 == 0 ? 20 : 80, 4);
    }

    assertTrue(uneven.files() > 2 * even.files(), uneven.files() + ", " + even.files());
  }

  @Test
  void beginsWithMany() {
    assertEquals(ReadPace.MOST, new ReadPace(2).files());
  }
}
