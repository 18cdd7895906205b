package dev.darkroom.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ObjectArrays;
import dev.darkroom.benchmark.bucket.RequestCounts;
import dev.darkroom.benchmark.bucket.RequestKind;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb {@code plan}, beside what {@code convert} then does. */
class PlanTest {
  private static final int IMAGES = 220;

  @TempDir static Path shared;
  private static Path photos;

  @TempDir Path temporary;

  @BeforeAll
  static void draw() throws IOException {
    Collection drawn =
        new Collection(shared.resolve("photos"))
            .withImages(100, "cat")
            .withImages(75, "dog")
            .withImages(25, "emu");
    for (int i = 0; i < 10; i++) {
      drawn.withFile("dog/text" + i + ".jpg", ("no image " + i).getBytes(UTF_8));
      drawn.withFile("emu/empty" + i + ".jpg", new byte[0]);
    }
    Files.createDirectory(drawn.withFile("README.txt", new byte[9]).folder().resolve("cat/a.jpg"));
    photos = drawn.folder();
  }

  private static Run plan(String... flags) {
    return Run.of(
        ObjectArrays.concat(
            new String[] {"plan", "--input=" + photos, "--engine=imgscalr"}, flags, String.class));
  }

  private static JsonNode json(Run run) throws IOException {
    assertEquals(ExitCode.DONE, run.exit(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--width=32 --height=24 --split=train:80,test:20 --sample=64",
        "--schema=flowers --fit=inside --width=48 --sample=64 --targetShardBytes=100000",
        "--format=png --width=48 --numShards=3 --compression=gzip --seed=3",
        "--fit=none --format=original --minSize=31 --sample=4096",
      })
  void tellsWhatConvertThenDoes(String flags) throws IOException {
    Path output = temporary.resolve("dataset");
    String[] arguments =
        ObjectArrays.concat(
            flags.split(" ", -1),
            new String[] {"--output=" + output, "--maxRejectRatio=1"},
            String.class);

    JsonNode plan = json(plan(ObjectArrays.concat(arguments, "--json")));
    assertEquals(Set.of(), names(temporary), "nothing is written to the output or beside it");
    Run run =
        Run.of(
            ObjectArrays.concat(
                new String[] {"convert", "--input=" + photos, "--engine=imgscalr"},
                arguments,
                String.class));
    assertEquals(ExitCode.DONE, run.exit(), run.err());
    Manifest made = new Dataset(output).manifest();

    assertEquals(made.total().listed(), plan.get("listed").asLong());
    assertEquals(IMAGES + 2, plan.get("listed").asLong());
    assertClose(made.total().bytes(), plan.get("outputBytes"), 0.1);
    for (int i = 0; i < made.splits().size(); i++) {
      Manifest.Split split = made.splits().get(i);
      JsonNode told = plan.get("splits").get(i);
      assertEquals(split.name(), told.get("name").asText());
      assertEquals(split.books().listed(), told.get("listed").asLong());
      assertEquals(split.shards().size(), told.get("shards").asInt());
      assertClose(split.books().bytes(), told.get("outputBytes"), 0.15);
    }
    Map<String, Long> reasons = new HashMap<>();
    made.total().reasons().forEach((reason, count) -> reasons.put("" + reason, count));
    for (String certain : List.of("EMPTY", "DIRECTORY", "NO_LABEL")) {
      assertEquals(reasons.get(certain), plan.get("reasons").get(certain).asLong(), certain);
    }
    long rejected = made.total().rejected();
    assertTrue(plan.get("rejected").get("low").asDouble() <= rejected + 1e-6, plan.toString());
    assertTrue(plan.get("rejected").get("high").asDouble() >= rejected - 1e-6, plan.toString());
  }

  private static void assertClose(long actual, JsonNode estimate, double tolerance) {
    assertEquals((double) actual, estimate.get("value").asDouble(), tolerance * actual);
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void knowsAllWhenItTriesAll() throws IOException {
    JsonNode plan = json(plan("--json", "--numShards=2"));

    for (String known : List.of("records", "rejected", "outputBytes")) {
      JsonNode estimate = plan.get(known);
      assertEquals(estimate.get("low").asDouble(), estimate.get("high").asDouble(), 1e-6, known);
    }
    assertEquals(200, plan.get("records").get("value").asDouble(), 1e-6);
    assertEquals(10, plan.get("reasons").get("NOT_AN_IMAGE").asDouble(), 1e-6);
    assertEquals(3, plan.get("classes").get("count").asInt());
    assertEquals(
        "{\"cat\":100,\"dog\":85,\"emu\":25}", plan.get("classes").get("largest").toString());
    assertEquals(4.0, plan.get("classes").get("imbalance").asDouble());
  }

  @Test
  void countsAFileOnceHoweverOftenItIsListed() throws IOException {
    JsonNode plan = json(plan("--input=" + photos + "/cat", "--json", "--numShards=1"));

    assertEquals(IMAGES + 2, plan.get("listed").asLong());
  }

  @Test
  void certainRejectionsAreNotTried() throws IOException {
    JsonNode plan = json(plan("--json", "--labels=cat,yak", "--maxFileBytes=1000"));

    JsonNode reasons = plan.get("splits").get(0).get("certainlyRejected");
    long certain = 0;
    for (JsonNode count : reasons) {
      certain += count.asLong();
    }
    assertTrue(reasons.has("UNKNOWN_LABEL") && reasons.has("TOO_MANY_BYTES"), reasons.toString());
    assertEquals(
        plan.get("listed").asLong() - certain, plan.get("splits").get(0).get("sampled").asLong());
    assertEquals(1, plan.get("classes").get("empty").asLong());
  }

  @Test
  void tableHoldsTheSameNumbers() {
    Run run = plan("--numShards=2", "--maxRejectRatio=0.01");

    assertEquals(ExitCode.DONE, run.exit(), run.err());
    assertTrue(run.out().contains("train              222       200        22       2"), run.out());
    assertTrue(run.out().contains("rejected: EMPTY 10\n"), run.out());
    assertTrue(run.out().contains("convert would end with 4: 0.0991 are rejected"), run.out());
    assertTrue(run.out().contains("3 classes: cat 100, dog 85, emu 25\n"), run.out());
    assertFalse(run.out().contains("gs://"), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sample=15 | --sample: 15 is not from 16 to 100000",
        "--workers=0 --runner=SparkRunner | --workers: 0 is not from 1 to 100000",
        "--workers=2 | --workers: DirectRunner has one; --runner names another",
        "--workerDisk=tape | --workerDisk: 'tape' is not of the form: standard or ssd",
        "--workerVcpus=0 | --workerVcpus: 0 is not from 1 to 1000",
        "--startUpSeconds=-1 | --startUpSeconds: -1.0 is not from 0.0 to",
        "--prices=no/such.json | --prices: cannot read no/such.json",
        "--width=0 | --width: 0 is not from 1 to 65500",
      })
  void refusesFlags(String flags, String message) {
    Run run = plan(flags.split(" ", -1));

    assertEquals(ExitCode.USAGE, run.exit(), run.err());
    assertTrue(run.err().startsWith(message), run.err());
  }

  @Test
  void refusesAShapeAboveQuota() throws IOException {
    Path quotas = Files.writeString(temporary.resolve("quotas.json"), "{\"vcpus\": 8}");

    Run above =
        plan("--quotas=" + quotas, "--runner=SparkRunner", "--workers=4", "--workerVcpus=4");
    Run within =
        plan("--quotas=" + quotas, "--runner=SparkRunner", "--workers=4", "--workerVcpus=2");

    assertEquals(ExitCode.USAGE, above.exit());
    assertEquals("--quotas: the shape takes 16 vcpus, 8 are allowed", above.err().strip());
    assertEquals(ExitCode.DONE, within.exit(), within.err());
    assertTrue(
        within.out().contains("quotas not told: in_use_addresses, ssd_gb, standard_disk_gb"),
        within.out());
  }

  @Test
  void checksPlacesAsConvertDoes() throws IOException {
    Path full = Files.writeString(temporary.resolve("file"), "").getParent();
    Run exists = plan("--output=" + full);
    Run inside = plan("--output=" + photos.resolve("out"));
    Run nothing = Run.of("plan", "--input=" + temporary.resolve("no-such"));
    Run none = Run.of("plan", "--numShards=1");

    assertEquals(ExitCode.OUTPUT_EXISTS, exists.exit());
    assertEquals(ExitCode.USAGE, inside.exit());
    assertTrue(inside.err().contains("lies inside --input="), inside.err());
    assertEquals(ExitCode.INPUT, nothing.exit());
    assertTrue(nothing.err().startsWith("--input: nothing matches "), nothing.err());
    assertEquals("--input: is required", none.err().strip());
  }

  @Test
  void helpTellsTheFlagsOfConvertAsWell() {
    Run run = Run.of("plan", "--help");

    for (String flag : List.of("--sample=512\n", "--width=192\n", "--connectTimeout=20\n")) {
      assertTrue(run.out().contains(flag), run.out());
    }
  }

  @Test
  void foretellsRequestsAndPrice() throws IOException {
    Path prices =
        Files.writeString(
            temporary.resolve("prices.json"),
            "{\"currency\": \"EUR\", \"vcpu_per_hour\": 0.05, \"memory_gb_per_hour\": 0.01,"
                + " \"class_a_per_10000\": 0.05, \"class_b_per_10000\": 0.004, \"egress_per_gb\": 0.1}");
    String[] flags = {
      "--input=gs://photos/",
      "--output=gs://out/d/",
      "--engine=imgscalr",
      "--width=32",
      "--numShards=3"
    };
    try (Bucket bucket = new Bucket(photos, "503:0")) {
      JsonNode plan =
          json(
              bucket.run(
                  "plan",
                  ObjectArrays.concat(
                      flags,
                      new String[] {
                        "--json",
                        "--prices=" + prices,
                        "--runner=DataflowRunner",
                        "--workers=4",
                        "--workerVcpus=2",
                        "--workerMemoryGb=8"
                      },
                      String.class)));
      assertTrue(StoredFiles.isEmpty("gs://out/"), "nothing is written");
      RequestCounts before = bucket.requests();
      assertEquals(0, before.of(RequestKind.UPLOAD_START) + before.of(RequestKind.UPLOAD));
      Run run = bucket.run("convert", ObjectArrays.concat(flags, "--maxRejectRatio=1"));
      assertEquals(ExitCode.DONE, run.exit(), run.err());
      RequestCounts made = bucket.requests().since(before);

      JsonNode told = plan.get("requests");
      assertEquals(made.of(RequestKind.METADATA), told.get("metadata").asLong());
      assertEquals(made.of(RequestKind.UPLOAD_START), told.get("write").asLong());
      assertEquals(made.of(RequestKind.REWRITE), told.get("rewrite").asLong());
      assertEquals(made.of(RequestKind.DELETE), told.get("delete").asLong());
      assertEquals((double) made.of(RequestKind.LIST), told.get("list").asDouble(), 5);
      assertEquals(made.of(RequestKind.MEDIA), told.get("read").asLong(), made.toString());
      assertEquals(plan.get("sourceBytes").asLong(), plan.get("egressBytes").asLong());
      double hours = plan.get("run").get("vcpuHours").asDouble();
      assertTrue(hours > 180.0 / 3600 * 8, plan.toString());
      assertEquals(hours * 0.05, plan.get("price").get("vcpus").asDouble(), 1e-9);
      assertEquals(hours * 4 * 0.01, plan.get("price").get("memory").asDouble(), 1e-9);
    }
  }
}
