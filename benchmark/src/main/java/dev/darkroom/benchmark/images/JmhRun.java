package dev.darkroom.benchmark.images;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One fork of JMH, in which contestants take turns with one set of photos. */
final class JmhRun {
  private static final int WARM_UP_ROUNDS = 2;

  private final PhotoSet set;
  private final Path folder;
  private final List<Contestant> contestants;

  /** All contestants of a run share a JVM, and start with the same chances. */
  JmhRun(PhotoSet set, Path folder, List<Contestant> contestants) {
    this.set = set;
    this.folder = folder;
    this.contestants = List.copyOf(contestants);
  }

  /**
   * Measures.
   *
   * @return round by round
   * @throws RunnerException if a contestant failed
   */
  List<Measurement> measure(int rounds) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(Contest.class.getName())
            .param("folder", folder.toString())
            .param("contestants", contestants.stream().map(Enum::name).collect(joining(" ")))
            .forks(1)
            .jvmArgs("-Xmx1g", "-Djava.awt.headless=true")
            .warmupIterations(WARM_UP_ROUNDS * contestants.size())
            .measurementIterations(rounds * contestants.size())
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    List<Measurement> measured = new ArrayList<>();
    for (RunResult result : results) {
      for (IterationResult iteration : result.getAggregatedResult().getIterationResults()) {
        measured.add(measurement(iteration, measured.size() / contestants.size()));
      }
    }
    return measured;
  }

  private Measurement measurement(IterationResult iteration, int round) {
    return new Measurement(
        set,
        contestants.get((int) counter(iteration, "place")),
        round,
        (long) counter(iteration, "images"),
        counter(iteration, "cpuNanos") / 1e9,
        iteration.getPrimaryResult().getScore(),
        (long) counter(iteration, "peakBytes"));
  }

  private static double counter(IterationResult iteration, String name) {
    Result<?> counter = iteration.getSecondaryResults().get(name);
    return counter.getScore();
  }
}
