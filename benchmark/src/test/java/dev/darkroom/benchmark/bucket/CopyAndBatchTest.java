package dev.darkroom.benchmark.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyAndBatchTest {
  private static final byte[] CONTENT = FileSystemsContract.noise(3_000_000);

  private HttpBucket bucket;

  @BeforeEach
  void open() throws Exception {
    bucket = HttpBucket.inMemory();
    bucket.put("a", CONTENT);
  }

  @AfterEach
  void close() throws IOException {
    bucket.close();
  }

  private HttpResponse<byte[]> delete(String path) throws Exception {
    return bucket.send("DELETE", bucket.url("", path), new byte[0]);
  }

  @Test
  void rewritesAtOnce() throws Exception {
    JsonNode answer = HttpBucket.json(bucket.post("/o/a/rewriteTo/b/photos/o/x%2Fb", ""));
    assertTrue(answer.get("done").asBoolean());
    assertEquals("3000000", answer.get("totalBytesRewritten").asText());
    assertEquals("x/b", answer.at("/resource/name").asText());
    assertArrayEquals(CONTENT, bucket.media("x/b").body());
    assertArrayEquals(CONTENT, bucket.media("a").body());
  }

  @Test
  void rewritesInStepsIfAskedTo() throws Exception {
    String path = "/o/a/rewriteTo/b/photos/o/b?maxBytesRewrittenPerCall=1048576";
    JsonNode answer = HttpBucket.json(bucket.post(path, ""));
    for (int step = 1; step < 3; step++) {
      assertFalse(answer.get("done").asBoolean());
      assertEquals(404, bucket.media("b").statusCode());
      String token = answer.get("rewriteToken").asText();
      answer = HttpBucket.json(bucket.post(path + "&rewriteToken=" + token, ""));
    }
    assertTrue(answer.get("done").asBoolean());
    assertArrayEquals(CONTENT, bucket.media("b").body());
  }

  @Test
  void copiesMetadataUnlessItIsGiven() throws Exception {
    bucket.post("/o/a/copyTo/b/photos/o/b", "{\"contentType\":\"image/png\"}");
    bucket.post("/o/b/copyTo/b/photos/o/c", "");
    assertEquals("image/png", bucket.json("/o/c").get("contentType").asText());
  }

  @Test
  void keepsToTheGenerationsDemanded() throws Exception {
    String to = "/o/a/rewriteTo/b/photos/o/b?";
    assertEquals(404, bucket.post(to + "sourceGeneration=7", "").statusCode());
    assertEquals(412, bucket.post(to + "ifSourceGenerationMatch=7", "").statusCode());
    assertEquals(200, bucket.post(to + "ifGenerationMatch=0", "").statusCode());
    assertEquals(412, bucket.post(to + "ifGenerationMatch=0", "").statusCode());
    assertEquals(412, delete("/o/b?ifGenerationMatch=7").statusCode());
    assertEquals(204, delete("/o/b").statusCode());
    assertEquals(404, delete("/o/b").statusCode());
    assertEquals(404, bucket.post("/o/b/rewriteTo/b/photos/o/c", "").statusCode());
    assertEquals(404, bucket.post("/o/a/rewriteTo/b/others/o/c", "").statusCode());
    JsonNode copy = HttpBucket.json(bucket.post("/o/a/copyTo/b/datasets/o/a", ""));
    assertEquals("datasets", copy.get("bucket").asText());
    assertArrayEquals(
        CONTENT, bucket.send("GET", copy.get("mediaLink").asText(), new byte[0]).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/o/a/compose", "/o/a?x=%zz", "/o/a/acl", "?x=%zz"})
  void saysWhatItDoesNotEmulate(String path) throws Exception {
    URI uri = URI.create(bucket.emulated().endpoint());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(("POST /storage/v1/b/photos" + path + " HTTP/1.0\r\n\r\n").getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }
  }

  private HttpResponse<byte[]> batch(List<String> requests) throws Exception {
    String body =
        requests.stream()
            .map(
                request ->
                    "--b\r\nContent-Type: application/http\r\nContent-ID: <"
                        + request.length()
                        + ">\r\n\r\n"
                        + request
                        + "\r\n")
            .collect(Collectors.joining("", "", "--b--\r\n"));
    return bucket.send(
        "POST",
        bucket.emulated().endpoint().replace("/storage/v1/", "/batch/storage/v1"),
        body.getBytes(UTF_8),
        "Content-Type",
        "multipart/mixed; boundary=b");
  }

  private static List<String> statuses(HttpResponse<byte[]> response) {
    return Pattern.compile("HTTP/1.1 (\\d+)")
        .matcher(new String(response.body(), UTF_8))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toList());
  }

  @Test
  void answersEachOfABatchInOrder() throws Exception {
    HttpResponse<byte[]> response =
        batch(
            List.of(
                "GET /storage/v1/b/photos/o/a?fields=name,selfLink HTTP/1.1\r\n\r\n",
                "POST http://elsewhere/storage/v1/b/photos/o/a/rewriteTo/b/photos/o/%C3%A9"
                    + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 30\r\n\r\n"
                    + "{\"metadata\":{\"title\":\"Été\"}}",
                "DELETE /storage/v1/b/photos/o/none HTTP/1.1\r\n\r\n",
                "GET /storage/v1/b/photos/o/a?alt=media HTTP/1.1\r\n\r\n",
                "DELETE /storage/v1/b/photos/o/a HTTP/1.1\n\n"));
    assertEquals(200, response.statusCode());
    assertEquals(List.of("200", "200", "404", "400", "204"), statuses(response));
    String text = new String(response.body(), UTF_8);
    assertTrue(text.contains("{\"selfLink\":\"http://127.0.0.1:"), text);
    assertTrue(text.contains("\r\nContent-ID: <response-"), text);
    assertTrue(text.contains("HTTP/1.1 404 Not Found\r\n"), text);
    assertEquals("Été", bucket.json("/o/%C3%A9").at("/metadata/title").asText());
    assertEquals(404, bucket.media("a").statusCode());
    assertEquals(1, bucket.counts().of(RequestKind.BATCH));
    assertEquals(1, bucket.counts().of(RequestKind.DELETE, Outcome.NOT_FOUND));
    assertEquals(1, bucket.counts().of(RequestKind.DELETE, Outcome.OK));
  }

  @Test
  void aBatchIsNoMoreThanAHundred() throws Exception {
    String get = "GET /storage/v1/b/photos/o/a HTTP/1.1\r\n\r\n";
    assertEquals(100, statuses(batch(Collections.nCopies(100, get))).size());
    assertEquals(400, batch(Collections.nCopies(101, get)).statusCode());
    assertEquals(400, batch(List.of()).statusCode());
    assertEquals(400, batch(List.of("nonsense")).statusCode());
  }
}
