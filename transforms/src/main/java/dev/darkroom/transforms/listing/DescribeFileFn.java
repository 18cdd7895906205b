package dev.darkroom.transforms.listing;

import dev.darkroom.transforms.dataset.ImageRef;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.transforms.DoFn;

/** Describes what a file system matched. */
final class DescribeFileFn extends DoFn<MatchResult.Metadata, ImageRef> {
  private final Describer describer;

  DescribeFileFn(Describer describer) {
    this.describer = describer;
  }

  @ProcessElement
  public void describe(@Element MatchResult.Metadata file, OutputReceiver<ImageRef> out) {
    describer.describe(file.resourceId().toString(), file.sizeBytes()).ifPresent(out::output);
  }
}
