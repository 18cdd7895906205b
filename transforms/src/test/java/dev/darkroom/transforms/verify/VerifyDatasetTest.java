package dev.darkroom.transforms.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.publish.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound datasets, and what the books say of others. */
class VerifyDatasetTest extends DamagedDataset {
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
