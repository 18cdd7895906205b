package dev.darkroom.transforms.listing;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.gcs.GcsListing;
import java.io.IOException;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;

/** A {@code gs://} pattern to references of the very generations that were listed. */
final class ListObjectsFn extends DoFn<String, ImageRef> {
  private final Describer describer;

  ListObjectsFn(Describer describer) {
    this.describer = describer;
  }

  @ProcessElement
  public void list(
      @Element String pattern, PipelineOptions options, OutputReceiver<ImageRef> references)
      throws IOException {
    GcsListing.of(pattern, options.as(GcsOptions.class))
        .forEach(
            (uri, bytes, generation) ->
                describer
                    .describe(uri, bytes)
                    .ifPresent(ref -> references.output(ref.ofGeneration(generation))));
  }
}
