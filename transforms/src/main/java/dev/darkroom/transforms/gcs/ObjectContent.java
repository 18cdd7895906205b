package dev.darkroom.transforms.gcs;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The body of a response that brings an object: whole, sound and unpacked. Used once. */
final class ObjectContent {
  private static final Pattern CRC32C_HASH = Pattern.compile("(?:^|[,\\s])crc32c=([^,\\s]+)");

  private final HttpURLConnection response;

  ObjectContent(HttpURLConnection response) {
    this.response = response;
  }

  /**
   * The content; empty if it has more bytes than {@code most}.
   *
   * @throws IOException if bytes are missing or wrong
   */
  Optional<byte[]> read(long most) throws IOException {
    long length = response.getContentLengthLong();
    if (length > most) {
      response.disconnect(); // What is on its way is nobody's.
      return Optional.empty();
    }
    byte[] stored;
    try (InputStream body = response.getInputStream()) {
      stored = length < 0 ? body.readNBytes(limit(most)) : exactly(body, (int) length);
    }
    if (stored.length > most) {
      return Optional.empty();
    }
    checkHash(stored);
    return "gzip".equals(response.getContentEncoding())
        ? unpacked(stored, most)
        : Optional.of(stored);
  }

  private byte[] exactly(InputStream body, int length) throws IOException {
    byte[] bytes = new byte[length];
    int read = body.readNBytes(bytes, 0, length);
    if (read < length) {
      throw new IOException(
          response.getURL() + " ended after " + read + " of " + length + " bytes");
    }
    return bytes;
  }

  private Optional<byte[]> unpacked(byte[] stored, long most) throws IOException {
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      byte[] bytes = content.readNBytes(limit(most));
      return bytes.length > most ? Optional.empty() : Optional.of(bytes);
    } catch (ZipException | EOFException e) {
      throw new FileSystemException(
          response.getURL().toString(), null, "has contentEncoding gzip and is not: " + e);
    }
  }

  /** One more than may come, so that too many show. */
  private static int limit(long most) {
    return (int) Math.min(most + 1, Integer.MAX_VALUE);
  }

  private void checkHash(byte[] stored) throws IOException {
    for (int i = 0; response.getHeaderField(i) != null; i++) {
      if ("X-Goog-Hash".equalsIgnoreCase(response.getHeaderFieldKey(i))) {
        Matcher hash = CRC32C_HASH.matcher(response.getHeaderField(i));
        if (hash.find()
            && !Arrays.equals(Base64.getDecoder().decode(hash.group(1)), hash(stored))) {
          throw new IOException(
              response.getURL() + " came with other bytes than its checksum says");
        }
      }
    }
  }

  private static byte[] hash(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
  }
}
