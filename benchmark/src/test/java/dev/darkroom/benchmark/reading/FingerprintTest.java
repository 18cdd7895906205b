package dev.darkroom.benchmark.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  private static byte[] bytes(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static Fingerprint of(boolean whole) {
    return whole ? Fingerprint.ofAllBytes() : Fingerprint.ofSomeBytes();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theOrderDoesNotMatterAndTheImagesDo(boolean whole) {
    Fingerprint one = of(whole);
    Fingerprint other = of(whole);
    for (int i = 0; i < 100; i++) {
      one.add(bytes(i, 500 + i), "n" + i);
      other.add(bytes(99 - i, 599 - i), "n" + (99 - i));
    }
    assertEquals(one, other);
    assertEquals(one.content(), other.content());

    other.add(bytes(100, 10), "n100");
    assertNotEquals(one.content(), other.content());
    assertNotEquals(one.names(), other.names());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsImagesApartByLength(boolean whole) {
    Fingerprint one = of(whole);
    Fingerprint other = of(whole);
    one.add(new byte[70], "a");
    other.add(new byte[71], "a");

    assertNotEquals(one.content(), other.content());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 499})
  void seesEveryByteWhereItLooksAtAll(int place) {
    Fingerprint one = of(true);
    Fingerprint other = of(true);
    byte[] image = bytes(1, 500);
    one.add(image, "a");
    image[place] ^= 1;
    other.add(image, "a");

    assertNotEquals(one.content(), other.content());
    assertEquals(one.names(), other.names());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sumsAddUp(boolean whole) {
    Fingerprint all = of(whole);
    Fingerprint some = of(whole);
    Fingerprint rest = of(whole);
    for (int i = 0; i < 10; i++) {
      all.add(bytes(i, 300), i == 9 ? null : "n" + i);
      (i < 4 ? some : rest).add(bytes(i, 300), i == 9 ? null : "n" + i);
    }
    some.add(rest);

    assertEquals(all, some);
    assertFalse(some.allNamed());
  }
}
