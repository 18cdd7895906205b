package dev.darkroom.benchmark.report.summary;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.Locale;

/** What throughput is regressed on. */
public enum Predictor {
  /** Images a batch. */
  BATCH_SIZE("batch size") {
    @Override
    public double of(TrialRow row) {
      return row.batchSize();
    }
  },
  /** Batches a pass. */
  BATCH_COUNT("batch count") {
    @Override
    public double of(TrialRow row) {
      return row.batchCount();
    }
  },
  /** The product of both. */
  IMAGES("batch size × count") {
    @Override
    public double of(TrialRow row) {
      return (double) row.batchSize() * row.batchCount();
    }
  },
  /** Which of a cell's trials it is: the first, the second. */
  REPETITION("repetition") {
    @Override
    public double of(TrialRow row) {
      return row.repetition() + 1;
    }
  };

  private final String title;

  Predictor(String title) {
    this.title = title;
  }

  /** Its value for a trial, at least 1. */
  public abstract double of(TrialRow row);

  /** As people call it. */
  public String title() {
    return title;
  }

  /** The name in files. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
