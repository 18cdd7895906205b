package dev.darkroom.pipeline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.transforms.cli.FlagChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices and quotas: what users tell, and what is made of it. */
class AmountsTest {
  private static final Map<String, Double> PER_UNIT =
      Map.of(
          Prices.VCPU_PER_HOUR,
          0.05,
          Prices.MEMORY_GB_PER_HOUR,
          0.01,
          Prices.CLASS_A,
          0.05,
          Prices.CLASS_B,
          0.004,
          Prices.EGRESS_PER_GB,
          0.12);

  @TempDir Path folder;

  private String file(String json) throws IOException {
    return Files.writeString(folder.resolve("amounts.json"), json.replace('\'', '"')).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | does not tell vcpu_per_hour, memory_gb_per_hour, class_a_per_10000, class_b_per_10000, egress_per_gb, currency",
        "{'currency': 'EUR', 'vcpu_per_hour': 1, 'memory_gb_per_hour': 0, 'class_a_per_10000': 1, 'egress_per_gb': 2} | does not tell class_b_per_10000",
        "{'gpu_hour': 3} | 'gpu_hour' is none of vcpu_per_hour, memory_gb_per_hour, class_a_per_10000, class_b_per_10000, egress_per_gb",
        "{'vcpu_per_hour': -1} | vcpu_per_hour is -1, not a number from 0 on",
        "{'vcpu_per_hour': '1'} | vcpu_per_hour is \"1\", not a number from 0 on",
        "[1] | is not a JSON object",
        "{ | is not a JSON object",
      })
  void namesWhatIsWrongWithPrices(String json, String problem) throws IOException {
    List<String> errors = new ArrayList<>();

    new AmountsReader(new FlagChecks(errors)).prices("prices", file(json));

    assertEquals(
        true,
        errors.stream().anyMatch(e -> e.startsWith("--prices: ") && e.contains(problem)),
        errors.toString());
  }

  @Test
  void readsFilesOfTheReportAsWell() throws IOException {
    String json =
        "{'currency': 'EUR', 'vcpu_per_hour': 1, 'memory_gb_per_hour': 0, 'class_a_per_10000': 1,"
            + " 'class_b_per_10000': 2, 'egress_per_gb': 3, 'storage_per_gb_month': 4,"
            + " 'worker_per_hour': 5, 'images': 6, 'months': 7, 'conversion': {'workers': 8}}";
    List<String> errors = new ArrayList<>();

    Prices prices = new AmountsReader(new FlagChecks(errors)).prices("prices", file(json));

    assertEquals(List.of(), errors);
    assertEquals("EUR", prices.currency());
  }

  @Test
  void namesAFileThatIsNotThere() {
    List<String> errors = new ArrayList<>();

    new AmountsReader(new FlagChecks(errors)).quotas("quotas", "no/such.json");

    assertEquals(1, errors.size());
    assertEquals("--quotas: cannot read no/such.json", errors.get(0).replaceFirst(": java.*", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | ``",
        "{'vcpus': 10} | ``",
        "{'vcpus': 9} | the shape takes 10 vcpus, 9 are allowed",
        "{'in_use_addresses': 4, 'ssd_gb': 0} | the shape takes 5 in_use_addresses, 4 are allowed",
        "{'standard_disk_gb': 499} | the shape takes 500 standard_disk_gb, 499 are allowed",
      })
  void holdsTheShapeAgainstQuotas(String json, String exceeded) throws IOException {
    Shape shape = RunForecastTest.shape("SparkRunner", 4, 2, 8, 2);
    List<String> errors = new ArrayList<>();

    Quotas quotas = new AmountsReader(new FlagChecks(errors)).quotas("quotas", file(json));

    assertEquals(List.of(), errors);
    assertEquals(exceeded, String.join("; ", quotas.exceededBy(shape)));
  }

  @Test
  void tellsOfQuotasItWasNotTold() {
    assertEquals(
        List.of("in_use_addresses", "ssd_gb", "standard_disk_gb"),
        new Quotas(Map.of(Quotas.VCPUS, 8.0)).untold());
  }

  @Test
  void addsTheBillUp() {
    Requests requests = Requests.toRead(1_000_000, 1_000_000);
    Shape shape = RunForecastTest.shape("SparkRunner", 4, 2, 8, 2);

    Map<String, Double> bill =
        new Prices("EUR", PER_UNIT).bill(0.5, shape, requests, 100_000_000_000L);

    assertEquals(2_192, requests.classA());
    assertEquals(1_000_000, requests.classB());
    assertEquals(0.5 * 10 * 0.05, bill.get("vcpus"), 1e-9);
    assertEquals(0.5 * 40 * 0.01, bill.get("memory"), 1e-9);
    assertEquals(2.192 * 0.005 + 0.4, bill.get("requests"), 1e-9);
    assertEquals(12, bill.get("egress"), 1e-9);
  }

  /** As counted at the emulated bucket: 300 images to three shards with rejections, 1 to one. */
  @ParameterizedTest
  @CsvSource({"9, false, 9, 16, 9, 11", "2, false, 9, 9, 2, 4", "8, true, 7, 13, 8, 10"})
  void asksAsCounted(
      long files, boolean gzip, long metadata, long write, long rewrite, long delete) {
    Requests requests = Requests.toWrite(files, gzip);

    assertEquals(metadata, requests.metadata());
    assertEquals(write, requests.write());
    assertEquals(rewrite, requests.rewrite());
    assertEquals(delete, requests.delete());
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "4, 4194304, 0", "4, 4194305, 4", "1, 13000000, 3"})
  void largeShardsAreSentInChunks(long shards, long bytes, long more) {
    assertEquals(more, Requests.chunksBeyondFirst(shards, bytes).writeChunk());
  }
}
