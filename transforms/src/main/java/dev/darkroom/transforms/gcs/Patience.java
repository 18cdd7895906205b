package dev.darkroom.transforms.gcs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.beam.sdk.util.BackOff;
import org.apache.beam.sdk.util.BackOffUtils;
import org.apache.beam.sdk.util.FluentBackoff;
import org.apache.beam.sdk.util.Sleeper;
import org.joda.time.Duration;

/**
 * Asks storage behind a network again, with growing and jittered pauses, where a failure may pass:
 * half a minute in all. What a dataset holds must not depend on the weather. Immutable,
 * thread-safe.
 */
public final class Patience {
  /** The one for all requests. */
  public static final Patience HALF_A_MINUTE = new Patience(Sleeper.DEFAULT);

  private static final FluentBackoff PAUSES =
      FluentBackoff.DEFAULT
          .withInitialBackoff(Duration.millis(200))
          .withMaxBackoff(Duration.standardSeconds(8))
          .withMaxRetries(9);

  private final Sleeper sleeper;

  private Patience(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /** Something to ask for. */
  public interface Request<T> {
    /** Asks once. */
    T make() throws IOException;
  }

  /**
   * What the request brings at last.
   *
   * @throws IOException the last failure, or the first that will not pass
   */
  public <T> T with(Request<T> request) throws IOException, InterruptedException {
    BackOff pauses = PAUSES.backoff();
    while (true) {
      try {
        return request.make();
      } catch (IOException e) {
        if (isFinal(e) || !BackOffUtils.next(sleeper, pauses)) {
          throw e;
        }
      }
    }
  }

  /** Whether there is an answer, and it is no. */
  public static boolean isFinal(IOException failure) {
    return failure instanceof FileNotFoundException
        || failure instanceof FileSystemException
        || GcsFailure.isFinal(failure);
  }
}
