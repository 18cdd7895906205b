package dev.darkroom.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.TrialFiles;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;
  private Path results;

  @BeforeEach
  void measure() throws IOException {
    results = Files.createDirectory(folder.resolve("results"));
    write(results, "run-a", 1);
  }

  private static void write(Path folder, String run, long seed) throws IOException {
    SyntheticRun trials =
        new SyntheticRun(run, seed, 0.08, 0.02)
            .grid(Format.RAW, Depth.PARSE, 1)
            .grid(Format.TFRECORD, Depth.PARSE, 1);
    TrialFiles.in(folder.toString()).write(run, trials.rows());
  }

  private static String run(String... flags) throws UserException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      assertEquals(ExitCode.DONE, new ReportCommand(print).run(List.of(flags)));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private UserException refused(String... flags) {
    List<String> all = new ArrayList<>(List.of(flags));
    return assertThrows(
        UserException.class,
        () -> new ReportCommand(new PrintStream(new ByteArrayOutputStream())).run(all));
  }

  @Test
  void bothFilesFollowFromTheTrialsAlone() throws Exception {
    run("--results=" + results);
    byte[] json = Files.readAllBytes(results.resolve("results.json"));
    byte[] page = Files.readAllBytes(results.resolve("report.html"));
    Files.delete(results.resolve("results.json"));
    Files.delete(results.resolve("report.html"));

    run("--results=" + results);

    assertArrayEquals(json, Files.readAllBytes(results.resolve("results.json")));
    assertArrayEquals(page, Files.readAllBytes(results.resolve("report.html")));
  }

  @Test
  void theUserIsToldWhatItComesToAndWhereItIs() throws Exception {
    String told = run("--results=" + results);

    assertTrue(told.startsWith("On this storage TFRecord reads"), told);
    assertTrue(told.contains("not measured: mode scan"), told);
    assertTrue(told.endsWith("report: " + results + "/report.html\n"), told);
  }

  @Test
  void thePageMayLieElsewhere() throws Exception {
    Path output = folder.resolve("elsewhere");

    String told = run("--results=" + results, "--output=" + output, "--json");

    assertTrue(told.startsWith("{"), told);
    assertTrue(Files.exists(output.resolve("report.html")));
    assertTrue(Files.notExists(results.resolve("report.html")));
  }

  @Test
  void otherResultsAreOneFlag() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    write(other, "run-b", 2);

    String told = run("--results=" + results, "--compareWith=" + other);

    assertTrue(told.contains("No difference beyond 5 % in 2 kinds of trials"), told);
  }

  @Test
  void pricesAreAFile() throws Exception {
    Path prices = folder.resolve("prices.json");
    Files.writeString(
        prices,
        "{\"currency\":\"EUR\",\"class_a_per_10000\":0.05,\"class_b_per_10000\":0.004,"
            + "\"egress_per_gb\":0,\"storage_per_gb_month\":0.02,\"worker_per_hour\":0.4,"
            + "\"images\":1000,\"months\":0}");

    run("--results=" + results, "--prices=" + prices);

    assertTrue(
        Files.readString(results.resolve("results.json")).contains("\"currency\" : \"EUR\""));
  }

  @Test
  void aLineThatWasCutShortIsTold() throws Exception {
    Path file = results.resolve("trials-run-a.jsonl");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 100));

    assertTrue(run("--results=" + results).contains("bear in mind: "));
    assertTrue(Files.readString(results.resolve("report.html")).contains("is cut short"));
  }

  @Test
  void wrongInputIsNamed() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("trials.jsonl"), "{\"name\":\"something else\"}\n");
    Path later = Files.createDirectory(folder.resolve("later"));
    Files.writeString(later.resolve("trials.jsonl"), "{\"schema\":99}\n");
    Path prices = folder.resolve("prices.json");
    Files.writeString(prices, "{\"currency\":\"EUR\"}");

    assertRefused(ExitCode.USAGE, "--results: is required");
    assertRefused(ExitCode.INPUT, "--results: no trials", "--results=" + empty);
    assertRefused(ExitCode.INPUT, "--results: no trials", "--results=" + folder.resolve("none"));
    assertRefused(ExitCode.INPUT, "line 1", "--results=" + foreign);
    assertRefused(ExitCode.INPUT, "is of schema 99", "--results=" + later);
    assertRefused(
        ExitCode.INPUT,
        "--compareWith: no trials",
        "--results=" + results,
        "--compareWith=" + empty);
    assertRefused(
        ExitCode.INPUT,
        "has no prices: Missing required creator property 'class_a_per_10000'",
        "--results=" + results,
        "--prices=" + prices);
    assertRefused(
        ExitCode.INPUT,
        "--prices: there is no " + empty,
        "--results=" + results,
        "--prices=" + empty.resolve("prices.json"));
  }

  private void assertRefused(ExitCode code, String message, String... flags) {
    UserException problem = refused(flags);
    assertEquals(code, problem.exitCode());
    assertTrue(problem.getMessage().contains(message), problem::getMessage);
  }
}
