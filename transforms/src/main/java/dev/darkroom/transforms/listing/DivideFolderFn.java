package dev.darkroom.transforms.listing;

import dev.darkroom.transforms.gcs.FolderPatterns;
import java.io.IOException;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;

/** A {@code gs://} folder to patterns that can be listed in parallel. */
final class DivideFolderFn extends DoFn<String, String> {
  @ProcessElement
  public void divide(
      @Element String folder, PipelineOptions options, OutputReceiver<String> patterns)
      throws IOException, InterruptedException {
    FolderPatterns.of(folder, options.as(GcsOptions.class)).forEach(patterns::output);
  }
}
