package dev.darkroom.transforms.gcs;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** What every verb that may meet {@code gs://} lets the user set of it. */
public interface GcsAccessOptions extends PipelineOptions {
  @Description("Seconds in which a bucket must answer before the run begins.")
  @Default.Integer(20)
  int getConnectTimeout();

  void setConnectTimeout(int value);
}
