package dev.darkroom.transforms.tfrecord.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.TFRecordIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  static Stream<Arguments> filesAndPortions() {
    return GoldenFile.all()
        .flatMap(
            file ->
                Stream.of(new int[] {Integer.MAX_VALUE}, new int[] {1}, new int[] {0, 1, 0, 0, 7})
                    .map(portions -> Arguments.of(file, portions)));
  }

  @ParameterizedTest
  @MethodSource("filesAndPortions")
  void readsWhatTensorFlowWrote(GoldenFile file, int[] portions) throws IOException {
    List<GoldenFile.Payload> payloads = new ArrayList<>();
    List<Long> indices = new ArrayList<>();
    List<Long> boundaries = new ArrayList<>();
    try (RecordReader reader = new RecordReader(new StingyChannel(file.bytes(), portions))) {
      byte[] payload = reader.next();
      while (payload != null) {
        payloads.add(GoldenFile.Payload.of(payload));
        indices.add(reader.index());
        boundaries.add(reader.offset());
        payload = reader.next();
      }
      boundaries.add(reader.position());
      assertNull(reader.next());
    }

    assertEquals(file.payloads(), payloads);
    assertEquals(Stream.iterate(0L, i -> i + 1).limit(payloads.size()).toList(), indices);
    assertArrayEquals(file.boundaries(), boundaries.stream().mapToLong(Long::longValue).toArray());
    assertEquals(file.bytes().length, boundaries.get(boundaries.size() - 1));
  }

  @Test
  void readsWhatBeamWritesAcrossTheEdgesOfTheBuffer() throws IOException {
    Random random = new Random(1);
    List<byte[]> payloads = new ArrayList<>();
    for (int length : new int[] {0, 5, 262_144 - 60, 1, 262_144, 700_001, 262_143, 0, 262_145}) {
      byte[] payload = new byte[length];
      random.nextBytes(payload);
      payloads.add(payload);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (WritableByteChannel channel = Channels.newChannel(file)) {
      TFRecordIO.Sink sink = TFRecordIO.sink();
      sink.open(channel);
      for (byte[] payload : payloads) {
        sink.write(payload);
      }
      sink.flush();
    }

    RecordReader reader = reader(file.toByteArray());
    for (byte[] payload : payloads) {
      assertArrayEquals(payload, reader.next());
    }
    assertNull(reader.next());
    assertEquals(file.size(), reader.position());
  }

  @Test
  void hasNoRecordBeforeTheFirst() {
    RecordReader reader = reader(GoldenFile.read("several.tfrecord").bytes());

    assertEquals(-1, reader.index());
    assertEquals(-1, reader.offset());
    assertEquals(0, reader.position());
  }

  @Test
  void acceptsPayloadsUpToTheLimit() throws IOException {
    byte[] file = GoldenFile.read("one-byte.tfrecord").bytes();

    assertEquals(1, new RecordReader(channel(file), 1).next().length);
    CorruptRecordException e =
        assertThrows(CorruptRecordException.class, () -> new RecordReader(channel(file), 0).next());
    assertEquals("record 0 at byte 0: length 1 exceeds the limit of 0 bytes", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE - 7, Integer.MAX_VALUE})
  void refusesLimitsThatNoArrayMeets(int limit) {
    assertThrows(
        IllegalArgumentException.class, () -> new RecordReader(channel(new byte[0]), limit));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 100_000})
  void readsThroughAnyBufferAndLeavesItUsable(int capacity) throws IOException {
    byte[] file = GoldenFile.read("several.tfrecord").bytes();
    ByteBuffer buffer = ByteBuffer.allocate(capacity);
    for (int time = 0; time < 2; time++) {
      RecordReader whole = reader(file);
      RecordReader reader = new RecordReader(channel(file), 1 << 20, buffer);
      for (byte[] payload = whole.next(); payload != null; payload = whole.next()) {
        assertArrayEquals(payload, reader.next());
      }
      assertNull(reader.next());
    }
  }

  @Test
  void refusesABufferThatHoldsNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RecordReader(channel(new byte[0]), 1, ByteBuffer.allocate(0)));
  }

  @Test
  void closesTheChannel() throws IOException {
    StingyChannel channel = new StingyChannel(new byte[0], 1);

    new RecordReader(channel).close();

    assertFalse(channel.isOpen());
  }

  private static RecordReader reader(byte[] bytes) {
    return new RecordReader(channel(bytes));
  }

  private static ReadableByteChannel channel(byte[] bytes) {
    return Channels.newChannel(new ByteArrayInputStream(bytes));
  }
}
