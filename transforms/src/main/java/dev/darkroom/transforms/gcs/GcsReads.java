package dev.darkroom.transforms.gcs;

import com.google.cloud.hadoop.gcsio.GoogleCloudStorageReadOptions;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.GcsUtil;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Lets {@code gs://} objects be read with one request. By default Beam asks for an object's
 * metadata before its content, so that a missing one is noticed early; it is noticed anyway.
 */
public final class GcsReads {
  private static final GoogleCloudStorageReadOptions ONE_REQUEST =
      GoogleCloudStorageReadOptions.builder().setFastFailOnNotFound(false).build();

  /** Tells of every attempt at a read with a stack trace, though the next one succeeds. */
  private static final Logger READS = Logger.getLogger("com.google.cloud.hadoop.gcsio");

  private GcsReads() {}

  /**
   * Sets the file systems of this process up so, and with the given options. Options that travel to
   * a worker leave this one behind, so that it is for workers to call as well. Thread-safe.
   */
  public static void useOneRequest(PipelineOptions options) {
    GcsOptions gcs = options.as(GcsOptions.class);
    synchronized (GcsReads.class) {
      READS.setLevel(Level.SEVERE);
      if (!ONE_REQUEST.equals(gcs.getGoogleCloudStorageReadOptions())) {
        gcs.setGoogleCloudStorageReadOptions(ONE_REQUEST);
        gcs.setGcsUtil(new GcsUtil.GcsUtilFactory().create(gcs));
      }
      FileSystems.setDefaultPipelineOptions(options);
    }
  }
}
