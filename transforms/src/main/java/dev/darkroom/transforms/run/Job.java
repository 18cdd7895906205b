package dev.darkroom.transforms.run;

import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineResult.State;
import org.joda.time.Duration;

/** Runs one pipeline to its end. */
public final class Job {
  private static final Duration BETWEEN_LOOKS = Duration.millis(500);

  private Job() {}

  /**
   * Runs and waits, showing progress.
   *
   * @throws IllegalStateException if the pipeline ends otherwise than done
   */
  public static JobMetrics run(Pipeline pipeline, Progress progress) throws IOException {
    PipelineResult result = pipeline.run();
    JobMetrics metrics = new JobMetrics(result);
    State state = result.waitUntilFinish(BETWEEN_LOOKS);
    while (state == null || !state.isTerminal()) {
      progress.show(metrics);
      state = result.waitUntilFinish(BETWEEN_LOOKS);
    }
    progress.end();
    requireDone(state);
    return metrics;
  }

  /**
   * Runs and waits, and does nothing else in the meantime.
   *
   * @throws IllegalStateException if the pipeline ends otherwise than done
   */
  public static JobMetrics runInSilence(Pipeline pipeline) {
    PipelineResult result = pipeline.run();
    requireDone(result.waitUntilFinish());
    return new JobMetrics(result);
  }

  private static void requireDone(State state) {
    if (state != State.DONE) {
      throw new IllegalStateException("the pipeline ended as " + state);
    }
  }
}
