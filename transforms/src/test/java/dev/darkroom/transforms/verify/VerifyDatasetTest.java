package dev.darkroom.transforms.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import dev.darkroom.transforms.convert.SmallDataset;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardSizing;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.TFRecordIO;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;

class VerifyDatasetTest {
  private static final String SHARD = "flowers-train-00000-of-00002.tfrecord";
  private static final String OTHER = "flowers-train-00001-of-00002.tfrecord";

  @TempDir static Path shared;
  @TempDir Path scratch;

  private SmallDataset dataset;

  @BeforeAll
  static void makeDataset() throws IOException {
    SmallDataset.draw(shared.resolve("photos"), "asters", 8);
    SmallDataset.draw(shared.resolve("photos"), "roses", 8);
    Files.writeString(shared.resolve("photos/roses/a.jpg"), "no image");
    Files.writeString(shared.resolve("photos/roses/b.jpg"), "");
    convert(shared.resolve("plain"), false);
    convert(shared.resolve("gzip"), true);
  }

  private static void convert(Path output, boolean gzip) {
    SmallDataset dataset = new SmallDataset(output);
    dataset.gzip = gzip;
    dataset.sizing = ShardSizing.exactly(2);
    dataset.splits = SplitRule.parse("train");
    dataset.convert(shared.resolve("photos").toString());
  }

  @BeforeEach
  void copyDataset() throws IOException {
    dataset = copy("plain");
  }

  @Test
  void findsNothingWrongWithASoundDataset() throws IOException {
    for (String name : new String[] {"plain", "gzip"}) {
      dataset = copy(name);
      Verdict verdict = verdict();

      assertEquals(List.of(), verdict.faults());
      assertEquals(2, verdict.shards());
      assertEquals(16, verdict.records());
      assertEquals(dataset.manifest().total().bytes(), verdict.bytes());
    }
  }

  @Test
  void verifiesOnARunner() throws IOException {
    flip(SHARD, index(SHARD).offset(2) + 20);
    flip(OTHER, index(OTHER).offset(1) + 20);
    Manifest manifest = dataset.manifest();
    VerifySettings settings = VerifySettings.of(dataset.output + "/", manifest, "v1");
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    pipeline.apply(VerifyDataset.of(settings, manifest));
    pipeline.run().waitUntilFinish();

    Verdict verdict = Verdict.parse(Files.readString(Path.of(settings.verdictUri())));
    assertEquals(2, verdict.shards());
    assertEquals(14, verdict.records());
    assertEquals(verdict.faultCount(), verdict.faults().size());
    assertEquals(
        List.of(SHARD + " record 2", OTHER + " record 1"),
        verdict.faults().stream()
            .filter(fault -> fault.record() != null)
            .map(fault -> fault.file() + " record " + fault.record())
            .sorted()
            .toList());
    Files.delete(Path.of(settings.verdictUri()));
  }

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
  void namesMissingFiles() throws IOException {
    for (String name :
        new String[] {SHARD, OTHER, SHARD + ".idx", "_SUCCESS", "label.labels.txt"}) {
      dataset = copy("plain");
      Files.delete(dataset.output.resolve(name));

      List<Fault> faults = verdict().faults();

      assertEquals(1, faults.size(), () -> faults.toString());
      assertEquals(name, faults.get(0).file());
    }
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flowers-train-00002-of-00002.tfrecord",
        "flowers-train-00000-of-00003.tfrecord",
        "flowers-test-00000-of-00001.tfrecord.gz"
      })
  void namesAForeignShard(String name) throws IOException {
    Files.write(dataset.output.resolve(name), new byte[0]);

    assertEquals(List.of(name + ": is not in the manifest"), texts(verdict()));
  }

  @Test
  void leavesOtherFilesInPeace() throws IOException {
    for (String name : new String[] {"notes.txt", "tulips-train-00000-of-00001.tfrecord"}) {
      Files.write(dataset.output.resolve(name), new byte[0]);
    }

    assertEquals(List.of(), texts(verdict()));
  }

  /** Sound frames around what no reader can use. */
  @Test
  void looksInsideTheRecords() throws IOException {
    rewriteIndexed(
        SHARD,
        2,
        example -> {
          byte[] jpeg = image(example);
          return withImage(example, java.util.Arrays.copyOf(jpeg, jpeg.length / 2));
        });
    Fault image = placed(verdict().faults()).get(0);
    assertEquals(2, image.record());
    assertEquals(index(SHARD).offset(2), image.offset());
    assertTrue(image.problem().startsWith("image: "), image.problem());

    dataset = copy("plain");
    rewriteIndexed(SHARD, 0, example -> withImage(example, new byte[0]));
    assertEquals(
        SHARD + ", record 0 at byte 0: image: the file has 0 bytes",
        placed(verdict().faults()).get(0).toString());

    dataset = copy("plain");
    rewriteIndexed(SHARD, 1, example -> withLabel(example, -1));
    assertEquals("label is -1, there are 2 classes", placed(verdict().faults()).get(0).problem());
  }

  /** Another class that exists: no record says more, but the histogram and the checksums do. */
  @Test
  void noticesALabelThatWasSwapped() throws IOException {
    Example first = dataset.shard(SHARD).get(0);
    long label = first.getFeatures().getFeatureOrThrow("label").getInt64List().getValue(0);
    rewriteIndexed(SHARD, 0, example -> withLabel(example, 1 - label));

    List<Fault> faults = verdict().faults();

    assertEquals(List.of(), placed(faults));
    assertHas(faults, SHARD, "classes is ");
    assertHas(faults, SHARD, "sha256 is ");
  }

  @Test
  void countsTheRowsOfWhatWasRejected() throws IOException {
    String name =
        dataset.files().keySet().stream()
            .filter(file -> file.startsWith("rejected/"))
            .findFirst()
            .orElseThrow();
    Path rows = dataset.output.resolve(name);
    long count = Files.readString(rows).lines().count();
    Files.writeString(rows, Files.readString(rows) + "{}\n");

    assertEquals(
        List.of(name + ": " + (count + 1) + " rows, but the manifest says " + count),
        texts(verdict()));
  }

  /** Every number of the manifest that the dataset itself can contradict. */
  @Test
  void namesEveryChangedNumber() throws IOException {
    String manifest = Files.readString(dataset.output.resolve("manifest.json"));
    List<String> pointers = new ArrayList<>();
    numbers("", Json.parse(manifest, JsonNode.class), pointers);
    // What the source files were is known from the source alone.
    pointers.remove("/listing/bytes");
    assertTrue(pointers.size() > 25, pointers.toString());
    List<String> unnoticed = new ArrayList<>();
    for (String pointer : pointers) {
      JsonNode changed = Json.parse(manifest, JsonNode.class);
      int slash = pointer.lastIndexOf('/');
      ObjectNode parent = (ObjectNode) changed.at(pointer.substring(0, slash));
      String field = pointer.substring(slash + 1);
      parent.set(field, LongNode.valueOf(parent.get(field).asLong() + 1));
      Files.writeString(dataset.output.resolve("manifest.json"), Json.pretty(changed));

      if (verdict().faults().isEmpty()) {
        unnoticed.add(pointer);
      }
    }

    assertEquals(List.of(), unnoticed);
  }

  @Test
  void comparesWhatOtherReadersGoBy() throws IOException {
    Path info = dataset.output.resolve("dataset_info.json");
    String text = Files.readString(info);
    int lengths = text.indexOf('[', text.indexOf("shardLengths"));
    Files.writeString(
        info,
        text.substring(0, lengths) + "[ \"1\", \"15\" ]" + text.substring(text.indexOf(']') + 1));
    assertEquals(
        List.of("dataset_info.json: does not hold the manifest's shard lengths"), texts(verdict()));

    dataset = copy("plain");
    Files.writeString(dataset.output.resolve("label.labels.txt"), "roses\nasters\n");
    assertEquals(
        List.of("label.labels.txt: does not hold the manifest's labels"), texts(verdict()));
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

  @Test
  void tellsOfTheFirstThousandAndCountsTheRest() {
    List<Fault> many = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      many.add(Fault.of("f", (long) i, 0L, "p"));
    }
    Verdict verdict = Verdict.of(1, 2, 3, 700, many).and(Verdict.of(1, 2, 3, 5000, many));

    assertEquals(5700, verdict.faultCount());
    assertEquals(Verdict.MOST_FAULTS, verdict.faults().size());
    assertEquals(2, verdict.shards());
    assertEquals(4, verdict.records());
    assertEquals(6, verdict.bytes());
    assertEquals(verdict, Verdict.parse(verdict.toJson()));
  }

  private interface Change {
    Example of(Example example);
  }

  private SmallDataset copy(String name) throws IOException {
    SmallDataset copy = new SmallDataset(Files.createTempDirectory(scratch, name));
    Path from = shared.resolve(name);
    try (var paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path to = copy.output.resolve(from.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.copy(path, to);
      }
    }
    return copy;
  }

  private Verdict verdict() throws IOException {
    Manifest manifest = dataset.manifest();
    VerifySettings settings = VerifySettings.of(dataset.output + "/", manifest, "v");
    Verdict verdict = Verdict.NONE;
    for (Manifest.Split split : manifest.splits()) {
      int count = split.shards().size();
      for (int i = 0; i < count; i++) {
        verdict =
            verdict.and(
                settings
                    .verifier()
                    .verify(ShardId.of(split.name(), i, count), split.shards().get(i)));
      }
    }
    return verdict.and(new DatasetChecks(settings.files(), manifest).run());
  }

  private ShardIndex index(String shard) throws IOException {
    return ShardIndex.parse(Files.readAllBytes(dataset.output.resolve(shard + ".idx")));
  }

  private void flip(String name, long at) throws IOException {
    Path file = dataset.output.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 0x10;
    Files.write(file, bytes);
  }

  /** Writes a shard anew with one record changed, checksums and index to match. */
  private void rewriteIndexed(String name, int record, Change change) throws IOException {
    List<Example> examples = dataset.shard(name);
    examples.set(record, change.of(examples.get(record)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ShardIndex.Builder index = ShardIndex.builder();
    try (WritableByteChannel channel = Channels.newChannel(bytes)) {
      TFRecordIO.Sink sink = TFRecordIO.sink();
      sink.open(channel);
      for (Example example : examples) {
        byte[] payload = deterministic(example);
        sink.write(payload);
        index.add(payload.length + 16);
      }
      sink.flush();
    }
    Files.write(dataset.output.resolve(name), bytes.toByteArray());
    Files.write(dataset.output.resolve(name + ".idx"), index.build().toBytes());
  }

  private static byte[] deterministic(Example example) throws IOException {
    byte[] bytes = new byte[example.getSerializedSize()];
    var out = com.google.protobuf.CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    example.writeTo(out);
    return bytes;
  }

  private static Example withLabel(Example example, long label) {
    Example.Builder changed = example.toBuilder();
    Feature.Builder feature = Feature.newBuilder();
    feature.getInt64ListBuilder().addValue(label);
    changed.getFeaturesBuilder().putFeature("label", feature.build());
    return changed.build();
  }

  private static byte[] image(Example example) {
    return example
        .getFeatures()
        .getFeatureOrThrow("image")
        .getBytesList()
        .getValue(0)
        .toByteArray();
  }

  private static Example withImage(Example example, byte[] image) {
    Example.Builder changed = example.toBuilder();
    Feature.Builder feature = Feature.newBuilder();
    feature.getBytesListBuilder().addValue(ByteString.copyFrom(image));
    changed.getFeaturesBuilder().putFeature("image", feature.build());
    return changed.build();
  }

  private static List<Fault> placed(List<Fault> faults) {
    return faults.stream().filter(fault -> fault.record() != null).toList();
  }

  private static List<String> texts(Verdict verdict) {
    return verdict.faults().stream().map(Fault::toString).toList();
  }

  private static void assertHas(List<Fault> faults, String file, String problem) {
    assertTrue(
        faults.stream()
            .anyMatch(fault -> fault.file().equals(file) && fault.problem().startsWith(problem)),
        () -> file + ": " + problem + " is not in " + faults);
  }

  private static void numbers(String pointer, JsonNode node, List<String> found) {
    if (node.isNumber()) {
      found.add(pointer);
    }
    Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      numbers(pointer + "/" + field.getKey(), field.getValue(), found);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      numbers(pointer + "/" + i, node.get(i), found);
    }
  }
}
