package dev.darkroom.transforms.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.convert.SmallDataset;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardSizing;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.io.TFRecordIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;

/** A published dataset, of which each test damages a copy of its own. */
abstract class DamagedDataset {
  static final String SHARD = "flowers-train-00000-of-00002.tfrecord";
  static final String OTHER = "flowers-train-00001-of-00002.tfrecord";

  @TempDir static Path shared;
  @TempDir Path scratch;

  SmallDataset dataset;

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

  SmallDataset copy(String name) throws IOException {
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

  Verdict verdict() throws IOException {
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

  ShardIndex index(String shard) throws IOException {
    return ShardIndex.parse(Files.readAllBytes(dataset.output.resolve(shard + ".idx")));
  }

  void flip(String name, long at) throws IOException {
    Path file = dataset.output.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 0x10;
    Files.write(file, bytes);
  }

  /** Writes a shard anew with one record changed, checksums and index to match. */
  void rewriteIndexed(String name, int record, Change change) throws IOException {
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

  static Example withLabel(Example example, long label) {
    Example.Builder changed = example.toBuilder();
    Feature.Builder feature = Feature.newBuilder();
    feature.getInt64ListBuilder().addValue(label);
    changed.getFeaturesBuilder().putFeature("label", feature.build());
    return changed.build();
  }

  static List<Fault> placed(List<Fault> faults) {
    return faults.stream().filter(fault -> fault.record() != null).toList();
  }

  static List<String> texts(Verdict verdict) {
    return verdict.faults().stream().map(Fault::toString).toList();
  }

  static void assertHas(List<Fault> faults, String file, String problem) {
    assertTrue(
        faults.stream()
            .anyMatch(fault -> fault.file().equals(file) && fault.problem().startsWith(problem)),
        () -> file + ": " + problem + " is not in " + faults);
  }

  interface Change {
    Example of(Example example);
  }
}
