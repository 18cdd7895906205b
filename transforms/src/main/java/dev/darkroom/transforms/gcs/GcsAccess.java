package dev.darkroom.transforms.gcs;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponseException;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.StorageObject;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.UserException;
import java.io.IOException;
import java.time.Duration;
import javax.annotation.Nullable;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.Transport;

/**
 * Asks, before a run begins, whether the buckets of its flags answer and allow what it will do.
 * Beam's own clients go on asking silently for minutes where nobody answers. Not thread-safe.
 */
public final class GcsAccess {
  /** Pauses between two questions to a bucket that says it is busy. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final GcsOptions options;
  private final Duration patience;
  @Nullable private Storage client;

  /** With the credentials and the patience that the options tell of. */
  public GcsAccess(GcsAccessOptions options) {
    this.options = options.as(GcsOptions.class);
    this.patience = Duration.ofSeconds(options.getConnectTimeout());
  }

  private interface Question {
    void ask() throws IOException;
  }

  /**
   * Objects below a {@code gs://} URI, or any pattern, must be listable; other URIs pass.
   *
   * @throws UserException with exit code {@link ExitCode#INPUT} and the fix
   */
  public void requireReadable(String flag, String uri) throws UserException {
    if (GcsUri.is(uri)) {
      GcsUri place = GcsUri.parse(uri);
      String role = "roles/storage.objectViewer";
      require(
          flag,
          place,
          role,
          () ->
              client()
                  .objects()
                  .list(place.bucket())
                  .setPrefix(place.name())
                  .setMaxResults(1L)
                  .setFields("items(name)")
                  .execute());
    }
  }

  /**
   * Objects in a {@code gs://} folder must be creatable and deletable, which is tried; other URIs
   * pass.
   *
   * @param probe the URI of the object to try it with, which no one else has
   * @throws UserException with exit code {@link ExitCode#INPUT} and the fix
   */
  public void requireWritable(String flag, String probe) throws UserException {
    if (GcsUri.is(probe)) {
      GcsUri object = GcsUri.parse(probe);
      require(
          flag,
          object,
          "roles/storage.objectUser",
          () -> {
            client()
                .objects()
                .insert(
                    object.bucket(),
                    new StorageObject().setName(object.name()),
                    new ByteArrayContent("text/plain", new byte[0]))
                .execute();
            client().objects().delete(object.bucket(), object.name()).execute();
          });
    }
  }

  private void require(String flag, GcsUri place, String role, Question question)
      throws UserException {
    long begun = System.nanoTime();
    while (true) {
      try {
        question.ask();
        return;
      } catch (IOException e) {
        boolean refused = e instanceof HttpResponseException && GcsFailure.isFinal(e);
        if (refused || System.nanoTime() - begun + PAUSE.toNanos() > patience.toNanos()) {
          throw new UserException(
              ExitCode.INPUT, "--" + flag + ": " + explain(place.bucket(), role, e));
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a bucket", e);
    }
  }

  private String explain(String bucket, String role, IOException failure) {
    if (!(failure instanceof HttpResponseException)) {
      return String.format(
          "gs://%s cannot be reached within --connectTimeout=%d: %s",
          bucket, patience.toSeconds(), failure);
    }
    int status = ((HttpResponseException) failure).getStatusCode();
    if (status == NOT_FOUND) {
      return "there is no bucket gs://" + bucket;
    }
    if (status == BAD_REQUEST && failure.getMessage().contains("requester pays")) {
      return "gs://"
          + bucket
          + " lets the requester pay: set GOOGLE_CLOUD_QUOTA_PROJECT to the project that does, here"
          + " and on workers, or run gcloud auth application-default set-quota-project";
    }
    boolean denied = status == UNAUTHORIZED || status == FORBIDDEN;
    if (denied && options.getGcpCredential() == null) {
      return "gs://"
          + bucket
          + " wants credentials and there are none: run gcloud auth application-default login, or"
          + " set GOOGLE_APPLICATION_CREDENTIALS to the file of a service account's key";
    }
    if (denied) {
      return String.format(
          "the credentials have no right to gs://%s: grant %s on it", bucket, role);
    }
    return "gs://" + bucket + " answers with HTTP status " + status;
  }

  private Storage client() {
    if (client == null) {
      Credentials credentials = options.getGcpCredential();
      HttpRequestInitializer identify =
          credentials == null ? request -> {} : new HttpCredentialsAdapter(credentials);
      int millis = Math.toIntExact(patience.toMillis());
      client =
          Transport.newStorageClient(options)
              .setHttpRequestInitializer(
                  request -> {
                    identify.initialize(request);
                    request.setConnectTimeout(millis).setReadTimeout(millis);
                  })
              .build();
    }
    return client;
  }
}
