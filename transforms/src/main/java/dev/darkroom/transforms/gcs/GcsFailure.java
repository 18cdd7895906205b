package dev.darkroom.transforms.gcs;

import com.google.api.client.http.HttpResponseException;
import com.google.cloud.hadoop.util.ApiErrorExtractor;
import com.google.common.base.Throwables;
import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;

/** What a failure of {@code gs://} means. */
public final class GcsFailure {
  private static final int FORBIDDEN = 403;

  /** The request came too slowly, or requests too fast. */
  private static final ImmutableSet<Integer> WILL_PASS = ImmutableSet.of(408, 429);

  private GcsFailure() {}

  /** Whether asking again is of no use: the request was understood and refused. */
  public static boolean isFinal(IOException failure) {
    return FluentIterable.from(Throwables.getCausalChain(failure))
        .filter(HttpResponseException.class)
        .anyMatch(response -> isFinal(response.getStatusCode(), failure));
  }

  private static boolean isFinal(int status, IOException failure) {
    boolean refusal = status / 100 == 4 && !WILL_PASS.contains(status);
    return refusal && !(status == FORBIDDEN && ApiErrorExtractor.INSTANCE.rateLimited(failure));
  }
}
