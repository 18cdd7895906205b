package dev.darkroom.benchmark.bucket;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request without its body: what it asks for, and of which object. Immutable. */
final class ApiRequest {
  private static final Pattern BATCH = Pattern.compile("/batch(/.*)?");
  private static final Pattern PATH =
      Pattern.compile(
          "(?<service>/upload|/download)?/storage/v1/b/(?<bucket>[^/]+)"
              + "(?<objects>/o(?:/(?<object>[^/]+)"
              + "(?:/(?<action>rewriteTo|copyTo)/b/(?<toBucket>[^/]+)/o/(?<to>[^/]+))?)?)?/?");

  private final String method;
  private final String rawPath;
  private final Matcher path;
  private final Map<String, List<String>> parameters;
  private final Function<String, String> headers;
  private final RequestKind kind;

  /**
   * @param uri with or without scheme and host
   * @param headers gives null for those that are not there
   * @throws ApiException if the URI cannot be read
   */
  ApiRequest(String method, String uri, Function<String, String> headers) throws ApiException {
    String fromPath = uri.replaceFirst("^https?://[^/]*", "");
    this.method = method;
    this.headers = headers;
    this.rawPath = fromPath.replaceFirst("\\?.*", "");
    this.path = PATH.matcher(rawPath);
    try {
      this.parameters = new QueryStringDecoder(fromPath, StandardCharsets.UTF_8).parameters();
      this.kind = path.matches() ? kindOnPath() : kindElsewhere();
      if (path.matches()) {
        bucket();
        object();
        destinationBucket();
        destination();
      }
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid("Not a URL: " + uri);
    }
  }

  private RequestKind kindElsewhere() {
    return method.equals("POST") && BATCH.matcher(rawPath).matches()
        ? RequestKind.BATCH
        : RequestKind.OTHER;
  }

  private RequestKind kindOnPath() {
    if ("/upload".equals(path.group("service"))) {
      return path.group("objects") != null && path.group("object") == null
          ? kindOfUpload()
          : RequestKind.OTHER;
    }
    if (path.group("action") != null) {
      return kindIf(
          "POST", path.group("action").equals("copyTo") ? RequestKind.COPY : RequestKind.REWRITE);
    }
    if (path.group("object") != null) {
      boolean media = parameter("alt").filter("media"::equals).isPresent();
      return method.equals("DELETE")
          ? RequestKind.DELETE
          : kindIf("GET", media ? RequestKind.MEDIA : RequestKind.METADATA);
    }
    return kindIf("GET", path.group("objects") != null ? RequestKind.LIST : RequestKind.BUCKET);
  }

  private RequestKind kindOfUpload() {
    if (parameter("upload_id").isPresent()) {
      switch (method) {
        case "PUT":
        case "POST":
          return header("Content-Range").filter(range -> range.startsWith("bytes */")).isPresent()
              ? RequestKind.UPLOAD_STATUS
              : RequestKind.UPLOAD_CHUNK;
        case "DELETE":
          return RequestKind.UPLOAD_CANCEL;
        default:
          return RequestKind.OTHER;
      }
    }
    switch (parameter("uploadType").orElse("")) {
      case "resumable":
        return kindIf("POST", RequestKind.UPLOAD_START);
      case "media":
      case "multipart":
        return kindIf("POST", RequestKind.UPLOAD);
      default:
        return RequestKind.OTHER;
    }
  }

  private RequestKind kindIf(String expected, RequestKind then) {
    return method.equals(expected) ? then : RequestKind.OTHER;
  }

  /** What it asks for. */
  RequestKind kind() {
    return kind;
  }

  /** The bucket's name, where there is one in the path. */
  String bucket() {
    return group("bucket");
  }

  /** The object's name, or the source's. */
  String object() {
    return group("object");
  }

  /** The bucket of what is to be written. */
  String destinationBucket() {
    return group("toBucket");
  }

  /** The name of what is to be written. */
  String destination() {
    return group("to");
  }

  private String group(String name) {
    String raw = path.group(name);
    return raw == null
        ? ""
        : QueryStringDecoder.decodeComponent(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** A parameter of the query; an empty one is none. */
  Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .findFirst()
        .filter(value -> !value.isEmpty());
  }

  /**
   * A whole number in the query.
   *
   * @throws ApiException if it is none
   */
  Optional<Long> number(String name) throws ApiException {
    Optional<String> text = parameter(name);
    try {
      return text.map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw ApiException.invalid("Not a whole number: " + name + "=" + text.orElse(""));
    }
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.apply(name));
  }

  /**
   * Somebody must pay.
   *
   * @throws ApiException if nobody does
   */
  void requirePayer() throws ApiException {
    if (header("X-Goog-User-Project").isEmpty() && parameter("userProject").isEmpty()) {
      throw new ApiException(
          400, "required", "Bucket is a requester pays bucket but no user project provided.");
    }
  }

  /** Where the client found the bucket. */
  String host() {
    return header("Host").orElse("localhost");
  }

  /** The request's first line, without the query. */
  @Override
  public String toString() {
    return method + " " + rawPath;
  }
}
