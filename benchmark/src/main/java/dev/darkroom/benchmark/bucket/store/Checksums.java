package dev.darkroom.benchmark.bucket.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32C;

/** An object's checksums as the API tells them. Immutable. */
public final class Checksums {
  /** Adds up while bytes pass. */
  static final class Running {
    private final CRC32C crc32c = new CRC32C();
    private final MessageDigest md5 = md5();

    void add(ByteBuffer bytes) {
      crc32c.update(bytes.duplicate());
      md5.update(bytes);
    }

    Checksums finish() {
      byte[] crc = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc32c.getValue()).array();
      return new Checksums(base64(crc), base64(md5.digest()));
    }

    private static MessageDigest md5() {
      try {
        return MessageDigest.getInstance("MD5");
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("every JDK has MD5", e);
      }
    }

    private static String base64(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }

  private static final int BUFFER_BYTES = 64 << 10;

  private final String crc32c;
  private final String md5;

  private Checksums(String crc32c, String md5) {
    this.crc32c = crc32c;
    this.md5 = md5;
  }

  /** Reads a whole file. */
  static Checksums of(Path file) throws IOException {
    Running running = new Running();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        running.add(ByteBuffer.wrap(buffer, 0, read));
      }
    }
    return running.finish();
  }

  /** Castagnoli's, big-endian, in base 64. */
  public String crc32c() {
    return crc32c;
  }

  /** In base 64. */
  public String md5() {
    return md5;
  }
}
