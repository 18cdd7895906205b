package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.annotation.Nullable;

/**
 * The reading of one trial: passes over the same images until the window is filled. After a failure
 * it still tells what had been read. Not thread-safe.
 */
public final class Measurement {
  /** What is to happen before each pass, while no clock runs. */
  public interface Preparation {
    /** Prepares. */
    void run() throws IOException, InterruptedException;
  }

  private final List<ReadTask> tasks;
  private final ImageWork work;
  private final PauseClock clock = new PauseClock();
  private final Tally tally = Tally.ofAllBytes();
  private int passes;
  @Nullable private Fingerprint print;

  private Measurement(List<ReadTask> tasks, ImageWork work) {
    this.tasks = tasks;
    this.work = work;
  }

  /** Of the given reads; nothing is read yet. */
  static Measurement of(List<ReadTask> tasks, ImageWork work) {
    return new Measurement(tasks, work);
  }

  /**
   * Reads until the window is filled.
   *
   * @param concurrency reads in flight
   * @param batchSize images a batch
   * @param beforePass done before every pass
   * @param mayEnd asked once the window is filled; another pass follows for as long as it says no
   * @throws IOException if a read fails, there is nothing to read, or passes differ
   */
  public void run(
      int concurrency, int batchSize, Window window, Preparation beforePass, BooleanSupplier mayEnd)
      throws IOException, InterruptedException {
    if (concurrency == 1) {
      run(new SerialPass(batchSize), window, beforePass, mayEnd);
    } else {
      try (ConcurrentPass pass = new ConcurrentPass(concurrency, batchSize)) {
        run(pass, window, beforePass, mayEnd);
      }
    }
  }

  private void run(Pass pass, Window window, Preparation beforePass, BooleanSupplier mayEnd)
      throws IOException, InterruptedException {
    do {
      beforePass.run();
      pass.run(tasks, work, clock, tally);
      passes++;
      Fingerprint read = tally.endPass();
      if (read.images() == 0) {
        throw new IOException("there was nothing to read");
      }
      if (print != null && !print.equals(read)) {
        throw new IOException("pass " + passes + " read other images than the ones before");
      }
      print = read;
    } while (clock.seconds() < window.seconds()
        || tally.images() < window.images()
        || !mayEnd.getAsBoolean());
  }

  /** Seconds on the clock. */
  public double seconds() {
    return clock.seconds();
  }

  /** Passes that were finished. */
  public int passes() {
    return passes;
  }

  /** Images read. */
  public long images() {
    return tally.images();
  }

  /** Bytes that the storage delivered. */
  public long storageBytes() {
    return tally.storageBytes();
  }

  /** Bytes of the encoded images. */
  public long imageBytes() {
    return tally.imageBytes();
  }

  /** Opens and ranged reads. */
  public long requests() {
    return tally.requests();
  }

  /** Where the time went. */
  public Map<Stage, StageSummary> stages() {
    return tally.times().summaries();
  }

  /** Of the images of one pass, 16 hexadecimal digits. */
  public String contentHash() {
    return Fingerprint.digits(finished().content());
  }

  /** Of their names, or null if not all of them have one. */
  @Nullable
  public String identityHash() {
    return finished().allNamed() ? Fingerprint.digits(finished().names()) : null;
  }

  private Fingerprint finished() {
    return Objects.requireNonNullElseGet(print, Fingerprint::ofAllBytes);
  }
}
