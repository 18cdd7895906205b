package dev.darkroom.pipeline.preflight;

import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.gcs.GcsAccess;
import dev.darkroom.transforms.gcs.GcsAccessOptions;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;

/** Tries on a worker what a conversion will do there; the report is written to the output. */
final class ProbeFn extends DoFn<Integer, Void> {
  /** Long enough that one worker does not answer for all. */
  private static final long PAUSE_MILLIS = 1000;

  private final ImmutableList<ImageInput> inputs;
  private final String reports;
  private final boolean alone;

  /**
   * @param reports the folder for reports, with a trailing slash
   * @param alone whether there are no other workers than this process
   */
  ProbeFn(List<ImageInput> inputs, String reports, boolean alone) {
    this.inputs = ImmutableList.copyOf(inputs);
    this.reports = reports;
    this.alone = alone;
  }

  @ProcessElement
  public void probe(@Element Integer number, PipelineOptions options)
      throws IOException, InterruptedException {
    List<String> problems = new ArrayList<>();
    GcsAccess access = new GcsAccess(options.as(GcsAccessOptions.class));
    for (ImageInput input : inputs) {
      try {
        access.requireReadable("input", input.root());
      } catch (UserException e) {
        problems.addAll(e.messages());
      }
      if (input.isLocal() && !Files.isReadable(Paths.get(input.root()))) {
        problems.add("--input: " + input.root() + " cannot be read");
      }
    }
    if (!alone) {
      Thread.sleep(PAUSE_MILLIS);
    }
    StoredFiles.write(reports + number + ".json", Json.line(WorkerReport.here(problems)));
  }
}
