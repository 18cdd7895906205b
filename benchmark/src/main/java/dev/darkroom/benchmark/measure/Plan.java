package dev.darkroom.benchmark.measure;

import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.reading.SeededRandom;
import dev.darkroom.benchmark.results.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The measured trials of a run, in the order they were asked for. Immutable. */
final class Plan {
  private final ImmutableList<Trial> trials;

  private Plan(List<Trial> trials) {
    this.trials = ImmutableList.copyOf(trials);
  }

  /** Collects cells. Not thread-safe. */
  static final class Builder {
    private final List<Trial> trials = new ArrayList<>();

    /** Adds a cell, to be measured so many times. */
    void add(Cell cell, int repetitions) {
      for (int repetition = 0; repetition < repetitions; repetition++) {
        int planned = trials.size();
        trials.add(Trial.of(planned, planned, Phase.MEASURED, repetition, cell));
      }
    }

    Plan build() {
      return new Plan(trials);
    }
  }

  ImmutableList<Trial> trials() {
    return trials;
  }

  /**
   * The order of execution: first warm-ups, then all trials in random order, so that a machine that
   * grows slower with time slows no cell more than another.
   *
   * @param warmUps how many for each combination of format, depth, concurrency and order; they have
   *     its largest batches
   * @param seed of the random order
   */
  List<Trial> inOrderOfExecution(int warmUps, long seed) {
    Comparator<Trial> bySize = Comparator.comparingLong(trial -> trial.cell().images());
    Map<Cell, Trial> largest = new LinkedHashMap<>();
    for (Trial trial : trials) {
      largest.merge(trial.cell().withoutBatches(), trial, BinaryOperator.maxBy(bySize));
    }
    List<Trial> all = new ArrayList<>();
    for (int i = 0; i < warmUps; i++) {
      for (Trial trial : largest.values()) {
        all.add(Trial.of(0, trial.planned(), Phase.WARMUP, i, trial.cell()));
      }
    }
    List<Trial> measured = new ArrayList<>(trials);
    Collections.shuffle(measured, SeededRandom.of(seed));
    all.addAll(measured);
    List<Trial> placed = new ArrayList<>();
    all.forEach(trial -> placed.add(trial.at(placed.size())));
    return placed;
  }
}
