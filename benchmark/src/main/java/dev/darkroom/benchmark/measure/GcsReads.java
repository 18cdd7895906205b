package dev.darkroom.benchmark.measure;

import com.google.cloud.hadoop.gcsio.GoogleCloudStorageReadOptions;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.GcsUtil;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Lets {@code gs://} objects be read with one request. By default Beam asks for an object's
 * metadata before its content, so that a missing one is noticed early; it is noticed anyway.
 */
final class GcsReads {
  private static final GoogleCloudStorageReadOptions ONE_REQUEST =
      GoogleCloudStorageReadOptions.builder().setFastFailOnNotFound(false).build();

  private GcsReads() {}

  /**
   * Sets the file systems of this process up so, and with the given options. Options that travel to
   * a worker leave this one behind, so that it is for workers to call as well.
   */
  static void useOneRequest(PipelineOptions options) {
    GcsOptions gcs = options.as(GcsOptions.class);
    if (!ONE_REQUEST.equals(gcs.getGoogleCloudStorageReadOptions())) {
      gcs.setGoogleCloudStorageReadOptions(ONE_REQUEST);
      gcs.setGcsUtil(new GcsUtil.GcsUtilFactory().create(gcs));
    }
    FileSystems.setDefaultPipelineOptions(options);
  }
}
