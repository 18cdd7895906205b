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

  private long images;
  private long content;
  private long names;
  private boolean allNamed = true;

  void add(byte[] image, @Nullable String name) {
    images++;
    content += HASH.hashBytes(image).asLong();
    if (name == null) {
      allNamed = false;
    } else {
      names += HASH.hashString(name, UTF_8).asLong();
    }
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

  /** 16 hexadecimal digits. */
  String content() {
    return String.format("%016x", content);
  }

  /** 16 hexadecimal digits, or null if an image had no name. */
  @Nullable
  String identity() {
    return allNamed ? String.format("%016x", names) : null;
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
