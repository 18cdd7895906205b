package dev.darkroom.transforms.gcs;

import com.google.cloud.hadoop.util.ApiErrorExtractor;
import java.io.IOException;

/** What a failure of {@code gs://} means. Immutable. */
public final class GcsFailure {
  private static final ApiErrorExtractor ERRORS = ApiErrorExtractor.INSTANCE;
  private static final int REQUEST_TIMEOUT = 408;

  private GcsFailure() {}

  /**
   * Whether to ask again is of no use: the request was understood and refused. Too many requests
   * and a request that timed out are not refusals (HTTP 429, 408, and 403 for an exceeded rate).
   */
  public static boolean isFinal(IOException failure) {
    return ERRORS.clientError(failure)
        && !ERRORS.rateLimited(failure)
        && ApiErrorExtractor.getJsonResponseException(failure).getStatusCode() != REQUEST_TIMEOUT;
  }
}
