package dev.darkroom.transforms.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.api.client.googleapis.json.GoogleJsonErrorContainer;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import com.google.auth.Credentials;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import com.google.common.net.UrlEscapers;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.Transport;

/**
 * Reads whole objects, with one request each over connections that are kept. Beam's own way to an
 * object takes several times the processor time, and takes whatever generation there is. Nothing is
 * tried again here. Immutable, thread-safe.
 */
public final class GcsObjects {
  private static final String DEFAULT_ENDPOINT = "https://storage.googleapis.com/storage/v1/";
  private static final int CONNECT_MILLIS = 20_000;
  private static final int READ_MILLIS = 80_000;

  private final URI endpoint;
  private final int readMillis;
  private final ImmutableMap<String, String> headers;
  @Nullable private final Credentials credentials;

  private GcsObjects(GcsOptions options) {
    String given = Strings.nullToEmpty(options.getGcsEndpoint());
    this.endpoint = URI.create(given.isEmpty() ? DEFAULT_ENDPOINT : given);
    Integer timeout = options.getGcsHttpRequestReadTimeout();
    this.readMillis = timeout == null ? READ_MILLIS : timeout;
    this.headers = headers(options);
    this.credentials = options.getGcpCredential();
  }

  /** With the endpoint, the credentials and the audit entries of the options. */
  public static GcsObjects of(GcsOptions options) {
    KeptConnections.allow();
    return new GcsObjects(options);
  }

  private static ImmutableMap<String, String> headers(GcsOptions options) {
    ImmutableMap.Builder<String, String> headers = ImmutableMap.builder();
    headers.put("Accept", "*/*");
    headers.put("User-Agent", "darkroom apache-beam");
    // An object that is stored compressed comes as it is stored, as its checksum is.
    headers.put("Accept-Encoding", "gzip");
    headers.put(
        GcsOptions.GcsCustomAuditEntries.CUSTOM_AUDIT_JOB_ENTRY_KEY,
        String.valueOf(options.getJobName()));
    if (options.getGcsCustomAuditEntries() != null) {
      headers.putAll(options.getGcsCustomAuditEntries());
    }
    return headers.buildKeepingLast();
  }

  /**
   * The content of an object; empty if it has more than {@code maxBytes}.
   *
   * @param generation the only one wanted, or 0 for the latest
   * @throws FileNotFoundException if there is no such object, or not in this generation any more
   * @throws IOException if the answer is no, or none, or damaged
   */
  public Optional<byte[]> read(GcsUri object, long generation, long maxBytes) throws IOException {
    HttpURLConnection connection = ask(object, generation);
    if (connection.getResponseCode() == HttpURLConnection.HTTP_UNAUTHORIZED
        && credentials != null) {
      credentials.refresh();
      connection = ask(object, generation);
    }
    int status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_OK) {
      return new ObjectContent(connection).read(maxBytes);
    }
    String answer = errorText(connection);
    if (status == HttpURLConnection.HTTP_NOT_FOUND) {
      throw new FileNotFoundException(
          generation == 0
              ? object + " is not there"
              : object + " has been deleted or overwritten since it was listed");
    }
    throw failure(status, object, answer);
  }

  private HttpURLConnection ask(GcsUri object, long generation) throws IOException {
    URI uri = uri(object, generation);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(readMillis);
    connection.setInstanceFollowRedirects(false);
    headers.forEach(connection::setRequestProperty);
    if (credentials != null && credentials.hasRequestMetadata()) {
      for (Map.Entry<String, List<String>> header :
          credentials.getRequestMetadata(uri).entrySet()) {
        header.getValue().forEach(value -> connection.addRequestProperty(header.getKey(), value));
      }
    }
    return connection;
  }

  private URI uri(GcsUri object, long generation) {
    return URI.create(
        endpoint.getScheme()
            + "://"
            + endpoint.getRawAuthority()
            + "/download"
            + endpoint.getRawPath()
            + "b/"
            + object.bucket()
            + "/o/"
            + UrlEscapers.urlPathSegmentEscaper().escape(object.name())
            + "?alt=media"
            + (generation == 0 ? "" : "&generation=" + generation));
  }

  /** What is said beside the status; to read it lets the connection be kept. */
  private static String errorText(HttpURLConnection connection) throws IOException {
    try (InputStream body = connection.getErrorStream()) {
      return body == null ? "" : new String(body.readAllBytes(), UTF_8);
    }
  }

  private static IOException failure(int status, GcsUri object, String answer) {
    HttpResponseException.Builder response =
        new HttpResponseException.Builder(status, null, new HttpHeaders())
            .setContent(answer)
            .setMessage("HTTP status " + status + " for " + object + ": " + answer);
    try {
      return new GoogleJsonResponseException(
          response,
          Transport.getJsonFactory().fromString(answer, GoogleJsonErrorContainer.class).getError());
    } catch (IOException | IllegalArgumentException e) {
      return response.build(); // No JSON: there is nothing to learn from it.
    }
  }
}
