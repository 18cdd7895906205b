package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.AnchoredClock;
import dev.darkroom.benchmark.reading.CacheDrop;
import dev.darkroom.benchmark.reading.ImageTarget;
import dev.darkroom.benchmark.reading.Measurement;
import dev.darkroom.benchmark.reading.Workload;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Machine;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.dataset.ImageInput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Carries out trials, one at a time, and makes their rows. Not thread-safe. */
final class TrialRunner {
  private static final String NO_HASH = "0000000000000000";

  private final MeasureSettings settings;
  private final Workload workload;

  TrialRunner(MeasureSettings settings, Workload workload) {
    this.settings = settings;
    this.workload = workload;
  }

  /** What is to happen when all is prepared, before the clock runs for the first time. */
  interface Start {
    void await() throws IOException, InterruptedException;
  }

  /**
   * Reads, and tells of it; a failure to read is told of in the row.
   *
   * @param enough tells others that the window is filled, and whether theirs are; until then this
   *     trial reads on
   * @throws IllegalStateException if {@code start} gives up
   */
  TrialRow run(Trial trial, int place, Start start, BooleanSupplier enough)
      throws IOException, InterruptedException {
    Cell cell = trial.cell();
    String data = cell.format() == Format.RAW ? settings.rawRoot() : settings.records().get(0);
    boolean local = ImageInput.isLocal(data);
    boolean sequential = cell.order() == Order.SEQUENTIAL;
    long seed = settings.seed() + (sequential ? 0 : trial.repetition());
    TrialRow.Builder row = describe(trial, place, seed, data);
    Optional<Measurement> measured = Optional.empty();
    Optional<Exception> failure = Optional.empty();
    try {
      measured = Optional.of(prepare(cell, seed));
      row.pageCache(prepareCache(cell, seed, local));
      System.gc();
    } catch (IOException | RuntimeException e) {
      failure = Optional.of(e);
    }
    start.await();
    row.startedAtEpochMillis(AnchoredClock.epochMillis());
    if (!failure.isPresent()) {
      try {
        boolean drops = local && settings.dropCaches() && CacheDrop.isPermitted();
        Measurement.Preparation beforePass = drops ? CacheDrop::drop : () -> {};
        measured
            .get()
            .run(cell.concurrency(), cell.batchSize(), settings.window(), beforePass, enough);
      } catch (IOException | RuntimeException e) {
        failure = Optional.of(e);
      }
    }
    return complete(row, cell, measured, failure);
  }

  private TrialRow.Builder describe(Trial trial, int place, long seed, String data)
      throws IOException {
    Cell cell = trial.cell();
    return TrialRow.builder()
        .run(settings.run())
        .trial(place)
        .planned(trial.planned())
        .phase(trial.phase())
        .mode(settings.mode())
        .concurrentTrials(settings.lanes())
        .format(cell.format())
        .depth(cell.depth())
        .batchSize(cell.batchSize())
        .batchCount(cell.batchCount())
        .repetition(trial.repetition())
        .concurrency(cell.concurrency())
        .workers(settings.lanes())
        .order(cell.order())
        .seed(seed)
        .pageCache(PageCache.UNKNOWN)
        .environment(Machine.describe(data, settings.runner()))
        .settings(settings.flags());
  }

  private Measurement prepare(Cell cell, long seed) throws IOException {
    return workload.prepare(
        cell.format(),
        cell.order(),
        seed,
        cell.concurrency(),
        cell.images(),
        ImageTarget.of(cell.depth(), settings.width(), settings.height()));
  }

  private PageCache prepareCache(Cell cell, long seed, boolean local)
      throws IOException, InterruptedException {
    if (!local) {
      return PageCache.REMOTE;
    }
    if (settings.dropCaches()) {
      return CacheDrop.isPermitted() ? PageCache.DROPPED : PageCache.UNKNOWN;
    }
    workload.prime(cell.format(), cell.order(), seed, cell.concurrency(), cell.images());
    return PageCache.WARM;
  }

  private static TrialRow complete(
      TrialRow.Builder row,
      Cell cell,
      Optional<Measurement> measured,
      Optional<Exception> failure) {
    Optional<Measurement> done = failure.isPresent() ? Optional.empty() : measured;
    return row.seconds(measured.map(Measurement::seconds).orElse(0.0))
        .passes(measured.map(Measurement::passes).orElse(0))
        .nominalImages(measured.map(Measurement::passes).orElse(0) * cell.images())
        .images(measured.map(Measurement::images).orElse(0L))
        .bytes(measured.map(Measurement::storageBytes).orElse(0L))
        .imageBytes(measured.map(Measurement::imageBytes).orElse(0L))
        .requests(measured.map(Measurement::requests).orElse(0L))
        .errors(failure.isPresent() ? 1 : 0)
        .stages(measured.map(Measurement::stages).orElse(Map.of()))
        .contentHash(done.map(Measurement::contentHash).orElse(NO_HASH))
        .identityHash(done.map(Measurement::identityHash).orElse(null))
        .failure(failure.map(TrialRunner::explain).orElse(null))
        .build();
  }

  private static String explain(Exception failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String what = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    boolean told = what.contains(String.valueOf(root.getMessage()));
    return told ? what : what + " (" + root + ")";
  }
}
