package dev.darkroom.benchmark.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * What was read, in whatever order: sums of 64-bit hashes, of the encoded images and of their
 * names. Equal sets of images have equal fingerprints. Not thread-safe.
 */
final class Fingerprint {
  private static final HashFunction HASH = Hashing.farmHashFingerprint64();
  private static final int PROBES = 64;

  private final boolean whole;
  private long images;
  private long content;
  private long names;
  private boolean allNamed = true;

  private Fingerprint(boolean whole) {
    this.whole = whole;
  }

  /** Hashes all bytes of every image; takes about as long as reading them from memory. */
  static Fingerprint ofAllBytes() {
    return new Fingerprint(true);
  }

  /**
   * Hashes every image's length and 64 of its bytes, evenly spread: cheap enough to be done while
   * the clock runs, and enough to tell images apart.
   */
  static Fingerprint ofSomeBytes() {
    return new Fingerprint(false);
  }

  void add(byte[] image, @Nullable String name) {
    images++;
    content += (whole ? HASH.hashBytes(image) : HASH.hashBytes(probe(image))).asLong();
    if (name == null) {
      allNamed = false;
    } else {
      names += HASH.hashString(name, UTF_8).asLong();
    }
  }

  private static byte[] probe(byte[] image) {
    byte[] probe = new byte[PROBES + Integer.BYTES];
    for (int i = 0; i < PROBES && image.length > 0; i++) {
      probe[i] = image[(int) ((long) i * image.length / PROBES)];
    }
    for (int i = 0; i < Integer.BYTES; i++) {
      probe[PROBES + i] = (byte) (image.length >>> (Byte.SIZE * i));
    }
    return probe;
  }

  void add(Fingerprint other) {
    images += other.images;
    content += other.content;
    names += other.names;
    allNamed &= other.allNamed;
  }

  long images() {
    return images;
  }

  /** The sum over the images' bytes. */
  long content() {
    return content;
  }

  /** The sum over their names. */
  long names() {
    return names;
  }

  /** Whether every image has a name. */
  boolean allNamed() {
    return allNamed;
  }

  /** A sum as 16 hexadecimal digits. */
  static String digits(long sum) {
    return String.format("%016x", sum);
  }

  @Override
  public boolean equals(Object o) {
    if (!(o instanceof Fingerprint)) {
      return false;
    }
    Fingerprint other = (Fingerprint) o;
    return images == other.images && content == other.content && names == other.names;
  }

  @Override
  public int hashCode() {
    return Objects.hash(images, content, names);
  }
}
