package dev.darkroom.transforms.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shards whose bytes are not those that were written. */
class BrokenShardTest extends DamagedDataset {
  @Test
  void namesAFlippedByteWhereverItIs() throws IOException {
    ShardIndex index = index(SHARD);
    Map<Integer, String> parts =
        Map.of(0, "length", 8, "length", 12, "data", 40, "data", (int) index.size(3) - 1, "data");
    for (int record : new int[] {0, 3, index.count() - 1}) {
      for (Map.Entry<Integer, String> part : parts.entrySet()) {
        int place = part.getKey() > 100 ? (int) index.size(record) - 1 : part.getKey();
        dataset = copy("plain");
        flip(SHARD, index.offset(record) + place);

        List<Fault> faults = verdict().faults();

        assertEquals(1, placed(faults).size(), () -> faults.toString());
        Fault fault = placed(faults).get(0);
        assertEquals(SHARD, fault.file());
        assertEquals(record, fault.record());
        assertEquals(index.offset(record), fault.offset());
        assertTrue(
            fault.problem().startsWith(part.getValue() + " checksum mismatch: stored "),
            fault.problem());
        assertTrue(
            fault
                .toString()
                .startsWith(SHARD + ", record " + record + " at byte " + index.offset(record)));
        assertHas(faults, SHARD, "crc32c is ");
        assertHas(faults, SHARD, "sha256 is ");
        assertHas(faults, SHARD, "records is " + (index.count() - 1));
      }
    }
  }

  @Test
  void aFlipHidesNothingBehindIt() throws IOException {
    ShardIndex index = index(SHARD);
    for (int record = 0; record < index.count(); record++) {
      flip(SHARD, index.offset(record) + (record % 2 == 0 ? 0 : 20));
    }
    rewriteIndexed(OTHER, 1, example -> withLabel(example, 7));

    List<Fault> placed = placed(verdict().faults());

    assertEquals(index.count() + 1, placed.size());
    for (int record = 0; record < index.count(); record++) {
      assertEquals(SHARD, placed.get(record).file());
      assertEquals(record, placed.get(record).record());
      assertEquals(index.offset(record), placed.get(record).offset());
    }
    assertEquals("label is 7, there are 2 classes", placed.get(index.count()).problem());
  }

  /** Without an index nobody knows where the next record begins. */
  @Test
  void withoutAnIndexTheFirstBrokenFrameEndsTheReading() throws IOException {
    ShardIndex index = index(SHARD);
    flip(SHARD, index.offset(1) + 20);
    flip(SHARD, index.offset(3) + 20);
    Files.delete(dataset.output.resolve(SHARD + ".idx"));

    List<Fault> faults = verdict().faults();

    assertEquals(1, placed(faults).size());
    assertEquals(1, placed(faults).get(0).record());
    assertHas(faults, SHARD + ".idx", "is missing");
    assertHas(faults, SHARD, "records is 1, but the manifest says " + index.count());
  }

  @Test
  void namesATruncatedShard() throws IOException {
    ShardIndex index = index(SHARD);
    byte[] bytes = Files.readAllBytes(dataset.output.resolve(SHARD));
    int last = index.count() - 1;
    Files.write(dataset.output.resolve(SHARD), java.util.Arrays.copyOf(bytes, bytes.length - 10));

    List<Fault> faults = verdict().faults();

    assertEquals(1, placed(faults).size());
    assertEquals(last, placed(faults).get(0).record());
    assertEquals(index.offset(last), placed(faults).get(0).offset());
    assertTrue(placed(faults).get(0).problem().startsWith("file ends inside the data: "));
    assertHas(faults, SHARD, "bytes is " + (bytes.length - 10));
  }

  /** Whole records are left: only the books and the index know that one is gone. */
  @Test
  void namesAShardCutBetweenRecords() throws IOException {
    ShardIndex index = index(SHARD);
    int last = index.count() - 1;
    byte[] bytes = Files.readAllBytes(dataset.output.resolve(SHARD));
    Files.write(
        dataset.output.resolve(SHARD), java.util.Arrays.copyOf(bytes, (int) index.offset(last)));

    List<Fault> faults = verdict().faults();

    assertEquals(List.of(), placed(faults));
    assertHas(faults, SHARD, "records is " + last + ", but the manifest says " + (last + 1));
    assertHas(faults, SHARD + ".idx", "is not the index of the shard");
  }

  @Test
  void namesADamagedIndex() throws IOException {
    Path index = dataset.output.resolve(SHARD + ".idx");
    String text = Files.readString(index);
    Files.writeString(index, "x" + text);
    assertEquals(
        List.of(SHARD + ".idx: line 1: expected a digit, found byte 0x78"), texts(verdict()));

    int cut = text.lastIndexOf('\n', text.length() - 2) + 1;
    Files.writeString(index, text.substring(0, cut));
    assertEquals(List.of(SHARD + ".idx: is not the index of the shard"), texts(verdict()));
  }

  @Test
  void namesDamageInAGzipStream() throws IOException {
    dataset = copy("gzip");
    String name = SHARD + ".gz";
    byte[] bytes = Files.readAllBytes(dataset.output.resolve(name));
    Files.write(dataset.output.resolve(name), java.util.Arrays.copyOf(bytes, bytes.length - 20));

    List<Fault> faults = verdict().faults();

    assertEquals(1, placed(faults).size(), () -> faults.toString());
    assertEquals(name, placed(faults).get(0).file());
    assertTrue(placed(faults).get(0).problem().startsWith("gzip stream: "));
    assertHas(faults, name, "bytes is ");

    dataset = copy("gzip");
    flip(name, bytes.length / 2);
    assertFalse(placed(verdict().faults()).isEmpty());
  }
}
