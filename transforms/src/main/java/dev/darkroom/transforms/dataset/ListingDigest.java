package dev.darkroom.transforms.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.math.BigInteger;

/**
 * Fingerprint of a set of listed files that does not depend on their order or grouping: the sum,
 * modulo 2^256, of the SHA-256 of each file's key and size (MSet-Add-Hash; Clarke et al., ASIACRYPT
 * 2003). Mutable, not thread-safe.
 */
public final class ListingDigest {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private BigInteger sum = BigInteger.ZERO;

  /** Takes one file in. */
  public void add(ImageRef ref) {
    byte[] hash =
        Hashing.sha256()
            .newHasher()
            .putString(ref.key(), UTF_8)
            .putByte((byte) 0)
            .putLong(ref.bytes())
            .hash()
            .asBytes();
    sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
  }

  /** Takes in the files of another digest, given as {@link #toString} wrote it. */
  public void add(String digest) {
    sum = sum.add(new BigInteger(digest, 16)).mod(MODULUS);
  }

  /** 64 hexadecimal digits. */
  @Override
  public String toString() {
    return String.format("%064x", sum);
  }
}
