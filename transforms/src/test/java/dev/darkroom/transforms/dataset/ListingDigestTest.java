package dev.darkroom.transforms.dataset;

import static dev.darkroom.transforms.dataset.Refs.sized;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingDigestTest {
  private static final ImageRef ROSE = sized("roses/1.jpg", 10);
  private static final ImageRef TULIP = sized("tulips/2.jpg", 20);
  private static final ImageRef ASTER = sized("asters/3.jpg", 30);

  /** By Python's hashlib: SHA-256 of key, a zero byte and eight little-endian bytes of size. */
  @Test
  void isAContract() {
    assertEquals(
        "1631b98f5fb302eb9fdaa1f2274a122ae48cdb8cf9233fcb224c1f2cfade6e8d", digest(ROSE, TULIP));
    assertEquals("0".repeat(64), digest());
  }

  @Test
  void doesNotDependOnOrderOrGrouping() {
    String expected = digest(ROSE, TULIP, ASTER);

    assertEquals(expected, digest(ASTER, ROSE, TULIP));
    for (List<String> parts :
        List.of(
            List.of(digest(ROSE), digest(TULIP, ASTER)),
            List.of(digest(ASTER, ROSE), digest(), digest(TULIP)))) {
      ListingDigest merged = new ListingDigest();
      parts.forEach(merged::add);
      assertEquals(expected, merged.toString());
    }
  }

  @Test
  void seesEveryChange() {
    String digest = digest(ROSE, TULIP);

    assertNotEquals(digest, digest(ROSE));
    assertNotEquals(digest, digest(ROSE, TULIP, TULIP));
    assertNotEquals(digest, digest(ROSE, sized("tulips/3.jpg", 20)));
    assertNotEquals(digest, digest(ROSE, sized("tulips/2.jpg", 21)));
    // The same sizes, but for other files.
    assertNotEquals(digest, digest(sized("roses/1.jpg", 20), sized("tulips/2.jpg", 10)));
  }

  private static String digest(ImageRef... refs) {
    ListingDigest digest = new ListingDigest();
    for (ImageRef ref : refs) {
      digest.add(ref);
    }
    return digest.toString();
  }
}
