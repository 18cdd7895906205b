package dev.darkroom.benchmark.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.benchmark.bucket.conditions.Fault;
import dev.darkroom.benchmark.bucket.store.Content;
import dev.darkroom.benchmark.bucket.store.MemoryContent;
import dev.darkroom.transforms.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a request is answered. */
final class ApiResponse {
  static final String JSON = "application/json; charset=UTF-8";
  private static final byte[] NOTHING = {};

  private final int status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Content.Reading reading;
  private final long from;
  private final long length;
  private final boolean media;
  private final byte[] body;

  private ApiResponse(int status, Content.Reading reading, long from, long length) {
    this.status = status;
    this.reading = reading;
    this.from = from;
    this.length = length;
    this.media = true;
    this.body = NOTHING;
  }

  private ApiResponse(int status, byte[] body) {
    this.status = status;
    this.reading = MemoryContent.of(body).open();
    this.from = 0;
    this.length = body.length;
    this.media = false;
    this.body = body;
  }

  /** What is answered instead, where a fault demands it. */
  static Optional<ApiResponse> to(Fault fault) {
    switch (fault) {
      case OVER_LIMIT:
      case TOO_MANY_REQUESTS:
        return Optional.of(
            error(
                new ApiException(
                    429, "rateLimitExceeded", "The rate limit for this bucket was exceeded.")));
      case UNAVAILABLE:
        return Optional.of(
            error(
                new ApiException(
                    503, "backendError", "We encountered an internal error. Please try again.")));
      default:
        return Optional.empty();
    }
  }

  static ApiResponse json(int status, JsonNode body) {
    return bytes(status, Json.line(body).getBytes(StandardCharsets.UTF_8))
        .header("Content-Type", JSON);
  }

  static ApiResponse empty(int status) {
    return bytes(status, NOTHING);
  }

  static ApiResponse bytes(int status, byte[] body) {
    return new ApiResponse(status, body);
  }

  /** An object's bytes; whoever sends the response closes the reading. */
  static ApiResponse media(int status, Content.Reading reading, long from, long length) {
    return new ApiResponse(status, reading, from, length);
  }

  /** An error in the API's shape. */
  static ApiResponse error(ApiException e) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", e.status());
    error.put("message", e.getMessage());
    error
        .putArray("errors")
        .addObject()
        .put("message", e.getMessage())
        .put("domain", "global")
        .put("reason", e.reason());
    return json(e.status(), JsonNodeFactory.instance.objectNode().set("error", error));
  }

  ApiResponse header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** The body is a part of it. */
  Content.Reading reading() {
    return reading;
  }

  /** Where in the reading the body begins. */
  long from() {
    return from;
  }

  /** How long the body is. */
  long length() {
    return length;
  }

  /** The body, unless it is an object's. */
  byte[] body() {
    return body;
  }

  boolean isMedia() {
    return media;
  }
}
