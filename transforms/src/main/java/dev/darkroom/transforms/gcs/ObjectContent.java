package dev.darkroom.transforms.gcs;

import com.google.common.io.ByteStreams;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.impl.DefaultConnectionReuseStrategy;
import org.apache.http.protocol.BasicHttpContext;

/** The body of a response that brings an object: whole, sound and unpacked. Used once. */
final class ObjectContent {
  private static final Pattern CRC32C_HASH = Pattern.compile("(?:^|[,\\s])crc32c=([^,\\s]+)");

  private final GcsUri object;
  private final HttpResponse response;

  ObjectContent(GcsUri object, HttpResponse response) {
    this.object = object;
    this.response = response;
  }

  /**
   * The content; empty if it has more bytes than {@code most}.
   *
   * @throws IOException if bytes are missing or wrong
   */
  Optional<byte[]> read(long most) throws IOException {
    Optional<byte[]> stored = readPlain(most);
    if (!stored.isPresent()) {
      return stored;
    }
    checkHash(stored.get());
    Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
    return encoding != null && encoding.getValue().equals("gzip")
        ? unpacked(stored.get(), most)
        : stored;
  }

  /** The body as it comes; empty if it has more bytes than {@code most}. */
  Optional<byte[]> readPlain(long most) throws IOException {
    HttpEntity entity = response.getEntity();
    long length = entity.getContentLength();
    if (length > most) {
      return Optional.empty();
    }
    // Not closed: that would read what nobody wants. At the end nothing is left to let go of.
    InputStream body = entity.getContent();
    byte[] bytes = length < 0 ? body.readNBytes(limit(most)) : new byte[(int) length];
    if (length > 0) {
      ByteStreams.readFully(body, bytes);
    }
    return bytes.length > most ? Optional.empty() : Optional.of(bytes);
  }

  /** Whether the connection may be used again, now that the body has been read. */
  boolean leavesConnection() {
    return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(response, new BasicHttpContext());
  }

  private Optional<byte[]> unpacked(byte[] stored, long most) throws IOException {
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      byte[] bytes = content.readNBytes(limit(most));
      return bytes.length > most ? Optional.empty() : Optional.of(bytes);
    } catch (ZipException | EOFException e) {
      throw new FileSystemException(
          object.toString(), null, "has contentEncoding gzip and is not: " + e);
    }
  }

  /** One more than may come, so that too many show. */
  private static int limit(long most) {
    return (int) Math.min(most + 1, Integer.MAX_VALUE);
  }

  private void checkHash(byte[] stored) throws IOException {
    for (Header header : response.getHeaders("X-Goog-Hash")) {
      Matcher hash = CRC32C_HASH.matcher(header.getValue());
      if (hash.find() && !Arrays.equals(Base64.getDecoder().decode(hash.group(1)), hash(stored))) {
        throw new IOException(object + " came with other bytes than its checksum says");
      }
    }
  }

  private static byte[] hash(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
  }
}
