package dev.darkroom.benchmark.report;

import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A run that never was: trials of the seed grid with known true rates and seeded noise. Raw files
 * take a round trip each; records one for each shard, and then their bytes.
 */
public final class SyntheticRun {
  private static final int[][] SEED_GRID = {{2, 4, 6, 8}, {3, 6, 12, 18}};
  private static final int[][] CORNERS = {{2, 4, 8}, {3, 18}};
  private static final int REPETITIONS = 3;
  private static final double RECORD_SECONDS = 0.0015;

  private final String run;
  private final Random random;
  private final double roundTrip;
  private final double noise;
  private final int[][] cells;
  private final List<TrialRow.Builder> rows = new ArrayList<>();

  /** A run without trials yet; one image takes {@code roundTrip} seconds as a file of its own. */
  public SyntheticRun(String run, long seed, double roundTrip, double noise) {
    this(run, seed, roundTrip, noise, SEED_GRID);
  }

  private SyntheticRun(String run, long seed, double roundTrip, double noise, int[][] cells) {
    this.cells = cells;
    this.run = run;
    this.random = new Random(seed);
    this.roundTrip = roundTrip;
    this.noise = noise;
  }

  /** What a trial without noise takes for each image. */
  double secondsPerImage(Format format, Depth depth, int images, int concurrency) {
    double contended = 1 + 0.02 * (concurrency - 1) + 0.0004 * concurrency * (concurrency - 1);
    double read =
        format == Format.RAW
            ? (roundTrip + 0.0005) / concurrency * contended
            : roundTrip / images + RECORD_SECONDS / Math.min(concurrency, 4);
    double gzip = format == Format.TFRECORD_GZIP ? 0.0008 : 0;
    double pixels = depth.compareTo(Depth.DECODE) >= 0 ? 0.002 : 0;
    double resize = depth == Depth.RESIZE ? 0.0012 : 0;
    return read + gzip + pixels + resize;
  }

  /** The seed grid, one format and depth, with a warm-up trial that is three times as slow. */
  public SyntheticRun grid(Format format, Depth depth, int concurrency) {
    return grid(format, depth, concurrency, row -> row);
  }

  /** The same, every row changed. */
  public SyntheticRun grid(
      Format format, Depth depth, int concurrency, UnaryOperator<TrialRow.Builder> change) {
    rows.add(
        change.apply(
            trial(format, depth, concurrency, 4, 6, 0, 3).phase(Phase.WARMUP).planned(planned())));
    for (int size : cells[0]) {
      for (int count : cells[1]) {
        int planned = planned();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
          double factor = Math.exp(noise * random.nextGaussian());
          rows.add(
              change.apply(
                  trial(format, depth, concurrency, size, count, repetition, factor)
                      .planned(planned)));
        }
      }
    }
    return this;
  }

  private int planned() {
    return rows.size();
  }

  private TrialRow.Builder trial(
      Format format,
      Depth depth,
      int concurrency,
      int size,
      int count,
      int repetition,
      double factor) {
    int images = size * count;
    double seconds = secondsPerImage(format, depth, images, concurrency) * images * factor;
    return Rows.row()
        .run(run)
        .format(format)
        .depth(depth)
        .batchSize(size)
        .batchCount(count)
        .repetition(repetition)
        .concurrency(concurrency)
        .pageCache(PageCache.REMOTE)
        .order(Order.SEQUENTIAL)
        .mode(Mode.ISOLATION)
        .seconds(seconds)
        .nominalImages(images)
        .images(images)
        .bytes(images * 120_000L)
        .imageBytes(images * 119_000L)
        .requests(format == Format.RAW ? images : 1)
        .stages(stages(format, depth, images, factor));
  }

  private Map<Stage, StageSummary> stages(Format format, Depth depth, int images, double factor) {
    Map<Stage, StageSummary> stages = new EnumMap<>(Stage.class);
    int opens = format == Format.RAW ? images : 1;
    stages.put(Stage.OPEN, summary(opens, 1e6 * roundTrip * 0.3 * factor));
    stages.put(Stage.FIRST_BYTE, summary(opens, 1e6 * roundTrip * 0.7 * factor));
    stages.put(
        Stage.READ, summary(images, 1e6 * (format == Format.RAW ? 0.0005 : 0.0012) * factor));
    if (format != Format.RAW) {
      stages.put(Stage.CRC, summary(images, 60 * factor));
      stages.put(Stage.PARSE, summary(images, 25 * factor));
    }
    if (depth.compareTo(Depth.DECODE) >= 0) {
      stages.put(Stage.DECODE, summary(images, 2000 * factor));
    }
    if (depth == Depth.RESIZE) {
      stages.put(Stage.RESIZE, summary(images, 1200 * factor));
    }
    stages.put(
        Stage.BATCH,
        summary(images / 4 + 1, 4e6 * secondsPerImage(format, depth, images, 1) * factor));
    return stages;
  }

  private static StageSummary summary(long count, double mean) {
    return StageSummary.of(
        count,
        Math.round(count * mean),
        Math.round(0.6 * mean),
        Math.round(4 * mean),
        Math.round(0.95 * mean),
        Math.round(1.5 * mean),
        Math.round(3 * mean));
  }

  /** All trials, executed in a seeded random order. */
  public List<TrialRow> rows() {
    List<TrialRow.Builder> executed = new ArrayList<>(rows);
    Collections.shuffle(executed, random);
    List<TrialRow> trials = new ArrayList<>();
    long now = 1_790_000_000_000L;
    for (TrialRow.Builder row : executed) {
      TrialRow trial = row.trial(trials.size()).startedAtEpochMillis(now).build();
      trials.add(trial);
      now += Math.round(1000 * trial.seconds()) + 40;
    }
    return trials;
  }

  /** Every format and depth, all levels of concurrency, 80 ms a round trip. */
  public static SyntheticRun complete(String run, long seed) {
    return complete(new SyntheticRun(run, seed, 0.08, 0.04));
  }

  /** The same of a few cells. */
  public static SyntheticRun completeButSmall(String run, long seed) {
    return complete(new SyntheticRun(run, seed, 0.08, 0.04, CORNERS));
  }

  private static SyntheticRun complete(SyntheticRun complete) {
    for (Format format : Format.values()) {
      for (Depth depth : Depth.values()) {
        complete.grid(format, depth, 1);
      }
    }
    for (int concurrency = 2; concurrency <= 32; concurrency *= 2) {
      complete.grid(Format.RAW, Depth.PARSE, concurrency);
      complete.grid(Format.TFRECORD, Depth.PARSE, concurrency);
    }
    for (int workers = 2; workers <= 8; workers *= 2) {
      complete.workers(Format.RAW, workers).workers(Format.TFRECORD, workers);
    }
    complete.grid(Format.RAW, Depth.PARSE, 1, row -> row.mode(Mode.CONTENTION).concurrentTrials(4));
    complete.grid(
        Format.TFRECORD, Depth.PARSE, 1, row -> row.mode(Mode.CONTENTION).concurrentTrials(4));
    return complete.scan(Format.RAW).scan(Format.TFRECORD);
  }

  private SyntheticRun workers(Format format, int workers) {
    double speedUp = workers / (1 + 0.05 * (workers - 1));
    return grid(
        format,
        Depth.PARSE,
        1,
        row -> row.workers(workers).seconds(row.build().seconds() / speedUp));
  }

  private SyntheticRun scan(Format format) {
    for (int repetition = 0; repetition < 3; repetition++) {
      double seconds = (format == Format.RAW ? 40 : 3) * Math.exp(noise * random.nextGaussian());
      rows.add(
          trial(format, Depth.PARSE, 1, 1, 1, repetition, 1)
              .mode(Mode.SCAN)
              .workers(8)
              .batchSize(0)
              .batchCount(0)
              .planned(planned())
              .seconds(seconds)
              .nominalImages(3670)
              .images(3670)
              .bytes(3670 * 120_000L));
    }
    return this;
  }
}
