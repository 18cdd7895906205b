package dev.darkroom.transforms.listing;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.gcs.Generations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;

/**
 * Pins references to the generations that {@code gs://} objects have now, so that no later ones are
 * read. What has vanished since it was matched stays without, and is found missing when it is read.
 */
final class PinGenerationsFn extends DoFn<ImageRef, ImageRef> {
  private transient List<ImageRef> waiting;

  @StartBundle
  public void start() {
    waiting = new ArrayList<>();
  }

  @ProcessElement
  public void pin(@Element ImageRef ref, PipelineOptions options, OutputReceiver<ImageRef> out)
      throws IOException, InterruptedException {
    waiting.add(ref);
    if (waiting.size() == Generations.AT_ONCE) {
      pinAll(options, out::output);
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext context) throws IOException, InterruptedException {
    pinAll(
        context.getPipelineOptions(),
        ref -> context.output(ref, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
  }

  private void pinAll(PipelineOptions options, Consumer<ImageRef> out)
      throws IOException, InterruptedException {
    List<String> uris = new ArrayList<>();
    waiting.forEach(ref -> uris.add(ref.uri()));
    Map<String, Long> generations = Generations.of(uris, options.as(GcsOptions.class));
    for (ImageRef ref : waiting) {
      Long generation = generations.get(ref.uri());
      out.accept(generation == null ? ref : ref.ofGeneration(generation));
    }
    waiting.clear();
  }
}
