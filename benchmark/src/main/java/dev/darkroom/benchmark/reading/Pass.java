package dev.darkroom.benchmark.reading;

import java.io.IOException;
import java.util.List;

/** A way to read all images of some tasks once, in batches. */
interface Pass {
  /**
   * Reads.
   *
   * @param clock runs from the first task's begin to the last one's end, but not while images are
   *     tallied
   */
  void run(List<ReadTask> tasks, ImageWork work, PauseClock clock, Tally tally)
      throws IOException, InterruptedException;
}
