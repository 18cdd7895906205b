package dev.darkroom.transforms.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDigestTest {
  private static final int BUFFER = 1 << 18;

  /** Check values of RFC 3720 and FIPS 180-4. */
  @Test
  void isThatOfTheStandards() {
    assertDigest(
        new byte[0],
        "00000000",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertDigest(
        "123456789".getBytes(US_ASCII),
        "e3069283",
        "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
    assertDigest(
        "abc".getBytes(US_ASCII),
        "364b3fb7",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertDigest(
        new byte[32],
        "8a9136aa",
        "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
    assertDigest(
        "a".repeat(1_000_000).getBytes(US_ASCII),
        "436fe240",
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }

  @Test
  void leavesTheBufferAsItWas() {
    ByteBuffer data = ByteBuffer.wrap(new byte[10]).position(3).limit(7);
    FileDigest digest = new FileDigest();

    digest.update(data);

    assertEquals(4, digest.bytes());
    assertEquals(3, data.position());
    assertEquals(7, data.limit());
  }

  /** Through tiny writes, huge ones, and those that end just at the buffer's edge. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, BUFFER - 1, BUFFER, BUFFER + 1, 3 * BUFFER + 5})
  void writesAndDigestsEveryByteOnce(int portion) throws IOException {
    byte[] data = pattern(3 * BUFFER + 5);
    MemoryChannel file = new MemoryChannel(Integer.MAX_VALUE);
    DigestingWriteChannel channel = new DigestingWriteChannel(file);
    for (int at = 0; at < data.length; at += portion) {
      int length = Math.min(portion, data.length - at);
      ByteBuffer source = ByteBuffer.wrap(data, at, length);
      assertEquals(length, channel.write(source));
      assertFalse(source.hasRemaining());
    }
    channel.close();

    assertArrayEquals(data, file.bytes.toByteArray());
    assertEquals(List.of(BUFFER, BUFFER, BUFFER, 5), file.writes, "in large writes");
    assertEquals(digest(data), digest(channel.digest()));
  }

  @Test
  void aChannelThatTakesLittleAtATimeGetsAll() throws IOException {
    byte[] data = pattern(BUFFER + 1000);
    MemoryChannel file = new MemoryChannel(999);
    try (DigestingWriteChannel channel = new DigestingWriteChannel(file)) {
      channel.write(ByteBuffer.wrap(data).asReadOnlyBuffer());
    }

    assertArrayEquals(data, file.bytes.toByteArray());
  }

  @Test
  void closingTwiceWritesOnce() throws IOException {
    MemoryChannel file = new MemoryChannel(Integer.MAX_VALUE);
    DigestingWriteChannel channel = new DigestingWriteChannel(file);
    assertTrue(channel.isOpen());
    channel.write(ByteBuffer.wrap(new byte[] {1}));

    channel.close();
    channel.close();

    assertFalse(channel.isOpen());
    assertEquals(1, channel.digest().bytes());
    assertEquals(1, file.closed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 1_000_000})
  void digestsWhatIsReadAndWhatIsLeft(int first) throws IOException {
    byte[] data = pattern(70_000);
    try (DigestingReadChannel channel =
        new DigestingReadChannel(Channels.newChannel(new ByteArrayInputStream(data)))) {
      ByteBuffer target = ByteBuffer.allocate(first + 10).position(5).limit(first + 5);
      int count = channel.read(target);
      assertEquals(5 + count, target.position());

      assertEquals(digest(data), digest(channel.digestOfAll()));
      assertEquals(-1, channel.read(ByteBuffer.allocate(1)), "at the end nothing is digested");
      assertTrue(channel.isOpen());
    }
  }

  private static void assertDigest(byte[] data, String crc32c, String sha256) {
    FileDigest digest = new FileDigest();
    digest.update(ByteBuffer.wrap(data));

    assertEquals(data.length, digest.bytes());
    assertEquals(crc32c, digest.crc32c());
    assertEquals(sha256, digest.sha256());
  }

  private static String digest(byte[] data) {
    FileDigest digest = new FileDigest();
    digest.update(ByteBuffer.wrap(data));
    return digest(digest);
  }

  private static String digest(FileDigest digest) {
    return digest.bytes() + " " + digest.crc32c() + " " + digest.sha256();
  }

  private static byte[] pattern(int length) {
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) (i * 31 ^ i >>> 8);
    }
    return data;
  }

  private static final class MemoryChannel implements WritableByteChannel {
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> writes = new ArrayList<>();
    private int closed;

    MemoryChannel(int most) {
      this.most = most;
    }

    @Override
    public int write(ByteBuffer source) {
      byte[] taken = new byte[Math.min(most, source.remaining())];
      source.get(taken);
      bytes.writeBytes(taken);
      writes.add(taken.length);
      return taken.length;
    }

    @Override
    public boolean isOpen() {
      return closed == 0;
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
