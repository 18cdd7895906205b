package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.benchmark.Run;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.TrialFiles;
import dev.darkroom.benchmark.results.TrialRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs of {@code measure} for tests, with windows as small as can be unless said otherwise. */
record MeasureRuns(Path photos, Path records, Path output) {
  /** With the given flags, and output. */
  Run of(String... flags) {
    List<String> all = new ArrayList<>(List.of("measure", "--output=" + output));
    all.addAll(List.of(flags));
    if (!all.contains("--mode=scan")) {
      addDefault(all, "--minSeconds=", "0");
      addDefault(all, "--minImages=", "1");
    }
    addDefault(all, "--warmUps=", "0");
    addDefault(all, "--repetitions=", "1");
    addDefault(all, "--concurrencies=", "1");
    addDefault(all, "--depths=", "parse");
    return Run.of(all);
  }

  private static void addDefault(List<String> all, String flag, String value) {
    if (all.stream().noneMatch(given -> given.startsWith(flag))) {
      all.add(flag + value);
    }
  }

  /** Of photos and records. */
  Run both(String... flags) {
    List<String> all = new ArrayList<>(List.of("--input=" + photos, "--records=" + records));
    all.addAll(List.of(flags));
    return of(all.toArray(new String[0]));
  }

  /** What all runs left. */
  List<TrialRow> rows() throws IOException {
    return TrialFiles.in(output.toString()).read().rows();
  }

  /** The only row of a format. */
  TrialRow only(Format format) throws IOException {
    List<TrialRow> found = rows().stream().filter(row -> row.format() == format).toList();
    assertEquals(1, found.size());
    return found.get(0);
  }

  /** Names of the files in the output. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Deletes what runs left. */
  void forget() throws IOException {
    for (String name : files()) {
      Files.delete(output.resolve(name));
    }
  }
}
