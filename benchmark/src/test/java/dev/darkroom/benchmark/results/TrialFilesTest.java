package dev.darkroom.benchmark.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialFilesTest {
  @TempDir Path folder;

  private TrialFiles files() {
    return TrialFiles.in(folder.toString());
  }

  @Test
  void readsWhatItWrote() throws IOException {
    TrialRow failed =
        Rows.row().trial(1).images(0).seconds(0).failure("gone").identityHash(null).build();
    List<TrialRow> rows = List.of(Rows.row().build(), failed);

    files().write("run-a", rows);

    assertEquals(rows, files().read().rows());
    assertEquals(List.of(), files().read().problems());
  }

  @Test
  void namesAndValuesAreThoseOfTheSchema() throws IOException {
    JsonNode row =
        Json.parse(Rows.row().format(Format.TFRECORD_GZIP).build().toJson(), JsonNode.class);

    assertEquals(1, row.get("schema").asInt());
    assertEquals("tfrecord-gzip", row.get("format").asText());
    assertEquals("measured", row.get("phase").asText());
    assertEquals(4, row.get("batch_size").asInt());
    assertEquals(1_700_000_000_000L, row.get("started_at_epoch_millis").asLong());
    assertTrue(row.get("failure").isNull());
    assertEquals(15, row.get("stages").get("open_micros").get("p90").asInt());
    assertEquals(1L << 34, row.get("environment").get("memory_bytes").asLong());
    assertTrue(row.get("environment").get("commit").isNull());
  }

  @Test
  void runsStandInTheOrderOfTheirBegin() throws IOException {
    TrialRow later = Rows.row().run("a").startedAtEpochMillis(3).build();
    TrialRow second = Rows.row().run("b").trial(1).startedAtEpochMillis(1).build();
    TrialRow first = Rows.row().run("b").trial(0).startedAtEpochMillis(2).build();
    files().write("a", List.of(later));
    files().write("b", List.of(second, first));

    assertEquals(List.of(first, second, later), files().read().rows());
  }

  @Test
  void aLineCutShortIsToldOfAndPassedOver() throws IOException {
    String line = Rows.row().build().toJson();
    Files.writeString(folder.resolve("trials-x.jsonl"), line + "\n" + line.substring(0, 90));

    TrialLog log = files().read();

    assertEquals(1, log.rows().size());
    assertEquals(1, log.problems().size());
    assertTrue(
        log.problems().get(0).startsWith(folder + "/trials-x.jsonl, line 2 is cut short"),
        log.problems().get(0));
  }

  @Test
  void aBrokenLineAnywhereElseIsRefused() throws IOException {
    String line = Rows.row().build().toJson();
    Files.writeString(folder.resolve("trials.jsonl"), line.substring(0, 90) + "\n" + line + "\n");

    IOException refused = assertThrows(UnreadableTrialsException.class, () -> files().read());
    assertTrue(refused.getMessage().contains("trials.jsonl, line 1: "), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"schema\":2", "\"scheme\":1"})
  void anotherSchemaIsRefused(String schema) throws IOException {
    String line = Rows.row().build().toJson().replace("\"schema\":1", schema);
    Files.writeString(folder.resolve("trials.jsonl"), line + "\n");

    IOException refused = assertThrows(UnreadableTrialsException.class, () -> files().read());
    assertTrue(refused.getMessage().contains("this version reads 1"), refused.getMessage());
  }

  @Test
  void aRowWithoutImagesIsNoResult() throws IOException {
    assertThrows(IllegalStateException.class, () -> Rows.row().images(0).build());
    String line = Rows.row().build().toJson().replace("\"images\":24", "\"images\":0");
    Files.writeString(folder.resolve("trials.jsonl"), line + "\n");

    assertThrows(UnreadableTrialsException.class, () -> files().read());
  }

  @Test
  void aFailedTrialHasNoRate() {
    TrialRow sound = Rows.row().build();

    assertEquals(16.0, sound.imagesPerSecond().orElseThrow());
    assertEquals(2.0, sound.megabytesPerSecond().orElseThrow());
    assertTrue(sound.toBuilder().failure("gone").build().imagesPerSecond().isEmpty());
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Files.writeString(folder.resolve("failed-x.jsonl"), "no row");
    Files.writeString(folder.resolve("results.json"), "{}");

    assertEquals(List.of(), files().read().rows());
    assertEquals(List.of(), TrialFiles.in(folder.resolve("none").toString()).read().rows());
  }

  @Test
  void theTableIsFlatAndQuoted() throws IOException {
    files().write("r", List.of(Rows.row().build(), Rows.row().trial(1).build()));

    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader text = Files.newBufferedReader(folder.resolve("trials-r.csv"))) {
      List<CSVRecord> records = format.parse(text).getRecords();

      assertEquals(2, records.size());
      CSVRecord record = records.get(1);
      assertEquals("1", record.get("trial"));
      assertEquals("15", record.get("open_micros.p90"));
      assertEquals("", record.get("decode_micros.p90"));
      assertEquals("AMD \"EPYC\", 2 cores", record.get("environment.cpu"));
      assertEquals("", record.get("environment.commit"));
      assertEquals("{\"input\":\"photos, all\"}", record.get("settings"));
    }
  }
}
