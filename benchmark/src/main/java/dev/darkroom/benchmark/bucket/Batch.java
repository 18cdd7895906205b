package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.conditions.Fault;
import dev.darkroom.benchmark.bucket.conditions.Regime;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Many requests in one, as multipart/mixed. Each is limited and may fail by itself. */
final class Batch {
  private static final int MOST_REQUESTS = 100;

  /** Not every client ends its lines as HTTP does. */
  private static final String BLANK_LINE = "\r?\n\r?\n";

  private static final String OUR_BOUNDARY = "batch_of_responses";

  private final ObjectsApi objects;
  private final Counters counters;
  private final Regime regime;

  Batch(ObjectsApi objects, Counters counters, Regime regime) {
    this.objects = objects;
    this.counters = counters;
    this.regime = regime;
  }

  ApiResponse answer(ApiRequest batch, byte[] body) throws ApiException, IOException {
    String delimiter = "--" + MultipartUpload.boundary(batch);
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String[] parts = text.split(Pattern.quote(delimiter), -1);
    if (parts.length < 3 || !parts[parts.length - 1].startsWith("--")) {
      throw ApiException.invalid("Failed to parse batch request, error: no parts, or no end");
    }
    if (parts.length - 2 > MOST_REQUESTS) {
      throw ApiException.invalid("The batch request contains more than 100 requests");
    }
    StringBuilder responses = new StringBuilder();
    for (int i = 1; i < parts.length - 1; i++) {
      append(parts[i], batch, responses);
    }
    responses.append("--").append(OUR_BOUNDARY).append("--\r\n");
    return ApiResponse.bytes(200, responses.toString().getBytes(StandardCharsets.ISO_8859_1))
        .header("Content-Type", "multipart/mixed; boundary=" + OUR_BOUNDARY);
  }

  private void append(String part, ApiRequest batch, StringBuilder to)
      throws ApiException, IOException {
    String[] sections = part.split(BLANK_LINE, 3);
    if (sections.length < 2) {
      throw ApiException.invalid("Failed to parse batch request, error: a part has no request");
    }
    String id = headers(sections[0]).get("Content-ID");
    ApiResponse response = one(sections[1], sections.length < 3 ? "" : sections[2], batch);
    to.append("--").append(OUR_BOUNDARY).append("\r\nContent-Type: application/http\r\n");
    if (id != null) {
      to.append("Content-ID: <response-").append(id.replaceAll("[<>]", "")).append(">\r\n");
    }
    to.append("\r\nHTTP/1.1 ").append(HttpResponseStatus.valueOf(response.status())).append("\r\n");
    response.headers().forEach((name, value) -> to.append(name + ": " + value + "\r\n"));
    to.append("Content-Length: ").append(response.length()).append("\r\n\r\n");
    to.append(new String(response.body(), StandardCharsets.ISO_8859_1)).append("\r\n");
  }

  private ApiResponse one(String head, String body, ApiRequest batch)
      throws ApiException, IOException {
    Map<String, String> headers = headers(head);
    headers.put("Host", batch.host());
    String[] line = head.strip().split("\\s+", 3);
    if (line.length < 2) {
      throw ApiException.invalid("Failed to parse batch request, error: no request line");
    }
    ApiRequest request = new ApiRequest(line[0], line[1], headers::get);
    Fault fault = regime.next(System.nanoTime()).fault();
    Optional<ApiResponse> refusal = ApiResponse.to(fault);
    ApiResponse response = refusal.isPresent() ? refusal.get() : perform(request, body);
    counters.add(request.kind(), Outcome.of(refusal.isPresent() ? fault : Fault.NONE, response));
    return response;
  }

  private ApiResponse perform(ApiRequest request, String body) throws IOException {
    try {
      switch (request.kind()) {
        case BUCKET:
        case LIST:
        case METADATA:
        case REWRITE:
        case COPY:
        case DELETE:
          return objects.answer(request, body.strip().getBytes(StandardCharsets.ISO_8859_1));
        default:
          throw ApiException.invalid("Not in a batch: " + request);
      }
    } catch (ApiException e) {
      return ApiResponse.error(e);
    }
  }

  private static Map<String, String> headers(String lines) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    lines
        .lines()
        .map(line -> line.split(": *", 2))
        .filter(header -> header.length == 2)
        .forEach(header -> headers.put(header[0].strip(), header[1].strip()));
    return headers;
  }
}
