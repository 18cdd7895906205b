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
import java.net.URI;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.Transport;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpRequest;

/**
 * Reads whole objects, with one request each over connections that are kept. Beam's own way to an
 * object takes several times the processor time, and takes whatever generation there is. Nothing is
 * tried again here. Immutable, thread-safe.
 */
public final class GcsObjects {
  private static final String DEFAULT_ENDPOINT = "https://storage.googleapis.com/storage/v1/";
  private static final int READ_MILLIS = 80_000;
  private static final int MOST_ERROR_BYTES = 64 << 10;

  private final URI root;
  private final String pathBegin;
  private final Connections connections;
  private final int readMillis;
  private final ImmutableMap<String, String> headers;
  @Nullable private final Credentials credentials;

  private GcsObjects(GcsOptions options) {
    String given = Strings.nullToEmpty(options.getGcsEndpoint());
    URI endpoint = URI.create(given.isEmpty() ? DEFAULT_ENDPOINT : given);
    this.root = endpoint.resolve("/");
    this.pathBegin = "/download" + endpoint.getRawPath() + "b/";
    this.connections = Connections.to(root);
    Integer timeout = options.getGcsHttpRequestReadTimeout();
    this.readMillis = timeout == null ? READ_MILLIS : timeout;
    this.headers = headers(options, root.getRawAuthority());
    this.credentials = options.getGcpCredential();
  }

  /** With the endpoint, the credentials and the audit entries of the options. */
  public static GcsObjects of(GcsOptions options) {
    return new GcsObjects(options);
  }

  private static ImmutableMap<String, String> headers(GcsOptions options, String host) {
    ImmutableMap.Builder<String, String> headers = ImmutableMap.builder();
    headers.put("Host", host);
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
    Answer answer = ask(object, generation, maxBytes);
    if (answer.status == HttpStatus.SC_UNAUTHORIZED && credentials != null) {
      credentials.refresh();
      answer = ask(object, generation, maxBytes);
    }
    if (answer.status == HttpStatus.SC_OK) {
      return answer.content;
    }
    if (answer.status == HttpStatus.SC_NOT_FOUND) {
      throw new FileNotFoundException(
          generation == 0
              ? object + " is not there"
              : object + " has been deleted or overwritten since it was listed");
    }
    throw failure(answer.status, object, answer.content.map(text -> new String(text, UTF_8)));
  }

  private static final class Answer {
    private final int status;
    private final Optional<byte[]> content;

    Answer(int status, Optional<byte[]> content) {
      this.status = status;
      this.content = content;
    }
  }

  private Answer ask(GcsUri object, long generation, long maxBytes) throws IOException {
    HttpRequest request = request(object, generation);
    Connections.Connection connection = connections.take(readMillis);
    boolean whole = false;
    try {
      connection.http().sendRequestHeader(request);
      connection.http().flush();
      HttpResponse response = connection.http().receiveResponseHeader();
      connection.http().receiveResponseEntity(response);
      int status = response.getStatusLine().getStatusCode();
      ObjectContent content = new ObjectContent(object, response);
      Answer answer =
          status == HttpStatus.SC_OK
              ? new Answer(status, content.read(maxBytes))
              : new Answer(status, content.readPlain(MOST_ERROR_BYTES));
      whole = answer.content.isPresent() && content.leavesConnection();
      return answer;
    } catch (HttpException e) {
      throw new IOException("no HTTP from " + root + ": " + e.getMessage(), e);
    } finally {
      if (whole) {
        connections.keep(connection);
      } else {
        connection.http().shutdown();
      }
    }
  }

  private HttpRequest request(GcsUri object, long generation) throws IOException {
    String path =
        pathBegin
            + UrlEscapers.urlPathSegmentEscaper().escape(object.bucket())
            + "/o/"
            + UrlEscapers.urlPathSegmentEscaper().escape(object.name())
            + "?alt=media"
            + (generation == 0 ? "" : "&generation=" + generation);
    HttpRequest request = new BasicHttpRequest("GET", path, HttpVersion.HTTP_1_1);
    headers.forEach(request::addHeader);
    if (credentials != null && credentials.hasRequestMetadata()) {
      credentials
          .getRequestMetadata(root)
          .forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
    }
    return request;
  }

  private static IOException failure(int status, GcsUri object, Optional<String> text) {
    String answer = text.orElse("");
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
