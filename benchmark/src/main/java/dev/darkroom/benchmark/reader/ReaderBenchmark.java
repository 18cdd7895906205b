package dev.darkroom.benchmark.reader;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one file of records with every reader in turn, and prints one table.
 *
 * <pre>{@code
 * ReaderBenchmark SHARDS [megabytes [rounds]]
 * }</pre>
 *
 * <p>The file is made of the shards in a folder, again and again until it is as large as asked for,
 * and is in the page cache from then on; each reader reads it once before any round is measured.
 * Exits with 1 if readers differ in what they read, or there is nothing to read.
 */
public final class ReaderBenchmark {
  private static final int MEGABYTES = 1000;
  private static final int ROUNDS = 9;

  private final String shards;
  private final int megabytes;
  private final int rounds;
  private final PrintStream progress;

  ReaderBenchmark(String shards, int megabytes, int rounds, PrintStream progress) {
    this.shards = shards;
    this.megabytes = megabytes;
    this.rounds = rounds;
    this.progress = progress;
  }

  /** Runs the program. */
  public static void main(String[] args) throws IOException {
    ReaderBenchmark benchmark =
        new ReaderBenchmark(
            args[0], number(args, 1, MEGABYTES), number(args, 2, ROUNDS), System.err);
    try {
      System.out.print(benchmark.run());
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int number(String[] args, int place, int otherwise) {
    return place < args.length ? Integer.parseInt(args[place]) : otherwise;
  }

  String run() throws IOException {
    Path folder = Files.createTempDirectory("reader-benchmark-");
    Path file = folder.resolve("records.tfrecord");
    try (TensorFlowReader tensorFlow = new TensorFlowReader()) {
      write(file);
      return table(
          measure(file.toString(), List.of(new OwnReader(), tensorFlow, new BeamReader())));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private void write(Path file) throws IOException {
    List<Path> parts;
    try (Stream<Path> files = Files.list(Paths.get(shards))) {
      parts =
          files
              .filter(each -> each.toString().endsWith(".tfrecord"))
              .sorted()
              .collect(Collectors.toList());
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      long written = 0;
      do {
        long before = written;
        for (Path part : parts) {
          written += Files.copy(part, out);
        }
        if (written == before) {
          throw new IllegalStateException("no *.tfrecord with records is in " + shards);
        }
      } while (written < megabytes * 1_000_000L);
    }
  }

  /** The readers take turns, so that a machine that slows down slows all of them. */
  private Map<String, List<Reading>> measure(String uri, List<Contender> contenders)
      throws IOException {
    Map<String, List<Reading>> readings = new LinkedHashMap<>();
    Reading first = contenders.get(0).read(uri);
    for (int round = 0; round <= rounds; round++) {
      for (Contender contender : contenders) {
        System.gc();
        Reading reading = contender.read(uri);
        if (reading.records() != first.records() || reading.bytes() != first.bytes()) {
          throw new IllegalStateException(
              String.format(
                  "%s read %d records of %d bytes, %s %d of %d",
                  contenders.get(0).name(),
                  first.records(),
                  first.bytes(),
                  contender.name(),
                  reading.records(),
                  reading.bytes()));
        }
        if (round > 0) {
          readings.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(reading);
          progress.printf(
              "round %d: %s %.0f MB/s%n", round, contender.name(), reading.megabytesPerSecond());
        }
      }
    }
    return readings;
  }

  private static String table(Map<String, List<Reading>> readings) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%-16s %10s %10s %14s %12s %16s%n",
            "reader", "records", "MB/s", "MB/CPU second", "ours is", "per CPU second"));
    List<Reading> ours = readings.values().iterator().next();
    readings.forEach(
        (name, all) ->
            text.append(
                String.format(
                    "%-16s %10d %10.0f %14.0f %11.2fx %15.2fx%n",
                    name,
                    all.get(0).records(),
                    median(all, Reading::megabytesPerSecond),
                    median(all, Reading::megabytesPerCpuSecond),
                    ratio(ours, all, Reading::megabytesPerSecond),
                    ratio(ours, all, Reading::megabytesPerCpuSecond))));
    return text.toString();
  }

  private static double median(List<Reading> readings, ToDoubleFunction<Reading> value) {
    return median(readings.stream().mapToDouble(value).sorted().toArray());
  }

  /** The median of the ratios within each round. */
  private static double ratio(
      List<Reading> ours, List<Reading> theirs, ToDoubleFunction<Reading> value) {
    double[] ratios = new double[ours.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = value.applyAsDouble(ours.get(round)) / value.applyAsDouble(theirs.get(round));
    }
    Arrays.sort(ratios);
    return median(ratios);
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
