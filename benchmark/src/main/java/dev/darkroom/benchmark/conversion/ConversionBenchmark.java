package dev.darkroom.benchmark.conversion;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures {@code convert} on each local runner beside its ceiling, and prints one table.
 *
 * <pre>{@code
 * ConversionBenchmark --input=DIR --classPath=PATHS [--images=N] [--rounds=3] [--threads=N] [--work=DIR]
 * }</pre>
 *
 * <p>{@code PATHS} is what the pipeline runs from. A folder of fewer than {@code --images} files is
 * repeated. {@code --threads} is by default the number of processors. {@code --work}, by default
 * the system's folder for temporary files, gets the repeated files and the outputs, and loses them
 * again.
 *
 * <p>Exit codes: 0 done; 1 a run failed or lost images; 2 usage.
 */
public final class ConversionBenchmark {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final String CEILING = "ceiling";

  private final BenchmarkArguments arguments;
  private final Path work;
  private final ChildJvm jvm;
  private final PrintStream progress;
  private final ResultTable table = new ResultTable(CEILING);

  private ConversionBenchmark(BenchmarkArguments arguments, Path work, PrintStream progress) {
    this.arguments = arguments;
    this.work = work;
    this.progress = progress;
    String ours = System.getProperty("java.class.path");
    this.jvm =
        new ChildJvm(arguments.classPath() + File.pathSeparator + ours, arguments.threads(), work);
  }

  /** Runs the program. */
  public static void main(String[] args) throws IOException, InterruptedException {
    BenchmarkArguments arguments;
    try {
      arguments = BenchmarkArguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
      return;
    }
    Path work = Files.createTempDirectory(arguments.work(), "conversion-benchmark-");
    try {
      System.out.print(new ConversionBenchmark(arguments, work, System.err).measure());
      return;
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
    } finally {
      MoreFiles.deleteRecursively(work, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    System.exit(FAILED);
  }

  private String measure() throws IOException, InterruptedException {
    Path folder = arguments.input();
    long files = ImageFolder.files(folder).size();
    if (files < arguments.images()) {
      folder = Files.createDirectory(work.resolve("images"));
      files = ImageFolder.repeat(arguments.input(), arguments.images(), folder);
    }
    for (int round = 1; round <= arguments.rounds(); round++) {
      progress.printf("round %d of %d%n", round, arguments.rounds());
      add(CEILING, files, ceiling(folder));
      add("direct", files, convert(folder, "--runner=DirectRunner"));
      String master = "--sparkMaster=local[" + arguments.threads() + "]";
      add("spark", files, convert(folder, "--runner=SparkRunner", master));
    }
    return table.text();
  }

  private void add(String row, long files, String report) throws IOException {
    Run run = RunReport.parse(report, files);
    table.add(row, run);
    progress.printf("  %-8s %.0f img/s after start-up%n", row, run.rateAfterStartUp());
  }

  private String ceiling(Path folder) throws IOException, InterruptedException {
    return jvm.run(Ceiling.class.getName(), List.of(folder.toString(), "" + arguments.threads()));
  }

  private String convert(Path folder, String... runner) throws IOException, InterruptedException {
    Path output = work.resolve("output");
    List<String> flags = new ArrayList<>(List.of("convert", "--json"));
    flags.add("--input=" + folder.toAbsolutePath());
    flags.add("--output=" + output.toAbsolutePath());
    flags.addAll(List.of(runner));
    String report = jvm.run("dev.darkroom.pipeline.Darkroom", flags);
    MoreFiles.deleteRecursively(output, RecursiveDeleteOption.ALLOW_INSECURE);
    return report;
  }
}
