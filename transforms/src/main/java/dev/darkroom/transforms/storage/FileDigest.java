package dev.darkroom.transforms.storage;

import com.google.common.io.BaseEncoding;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/** Length and checksums of a file, as its bytes go by. Not thread-safe. */
public final class FileDigest {
  private final CRC32C crc32c = new CRC32C();
  private final MessageDigest sha256;
  private long bytes;

  /** Of nothing yet. */
  public FileDigest() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Takes in what remains in {@code data}, whose position stays. */
  public void update(ByteBuffer data) {
    bytes += data.remaining();
    crc32c.update(data.duplicate());
    sha256.update(data.duplicate());
  }

  /** Bytes so far. */
  public long bytes() {
    return bytes;
  }

  /** CRC-32C of them, eight hexadecimal digits. */
  public String crc32c() {
    return String.format("%08x", crc32c.getValue());
  }

  /** SHA-256 of them, 64 hexadecimal digits; to be asked once, at the end. */
  public String sha256() {
    return BaseEncoding.base16().lowerCase().encode(sha256.digest());
  }
}
