package dev.darkroom.benchmark.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A bucket and a plain HTTP client of it. */
final class HttpBucket implements AutoCloseable {
  static final String NAME = "photos";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EmulatedBucket bucket;

  HttpBucket(BucketSettings.Builder settings) throws IOException {
    bucket = EmulatedBucket.start(settings.build());
  }

  static HttpBucket inMemory() throws IOException {
    return new HttpBucket(BucketSettings.builder());
  }

  static HttpBucket under(Conditions.Builder conditions) throws IOException {
    return new HttpBucket(BucketSettings.builder().conditions(conditions.build()));
  }

  EmulatedBucket emulated() {
    return bucket;
  }

  RequestCounts counts() {
    return bucket.counts();
  }

  /** The URL of a path that begins at the bucket, such as {@code /o?prefix=a}. */
  String url(String service, String path) {
    return bucket.endpoint().replace("/storage/", service + "/storage/") + "b/" + NAME + path;
  }

  static String object(String name) {
    return "/o/" + encode(name);
  }

  static String encode(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }

  HttpResponse<byte[]> send(String method, String url, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", url("", path), new byte[0], headers);
  }

  HttpResponse<byte[]> media(String name, String... headers)
      throws IOException, InterruptedException {
    return send("GET", url("/download", object(name) + "?alt=media"), new byte[0], headers);
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return json(get(path));
  }

  static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return Json.parse(new String(response.body(), UTF_8), JsonNode.class);
  }

  HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
    return send("POST", url("", path), body.getBytes(UTF_8));
  }

  /** Writes an object. */
  HttpResponse<byte[]> put(String name, byte[] bytes) throws IOException, InterruptedException {
    return send("POST", url("/upload", "/o?uploadType=media&name=" + encode(name)), bytes);
  }

  void put(String... names) throws IOException, InterruptedException {
    for (String name : names) {
      put(name, name.getBytes(UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    bucket.close();
  }
}
