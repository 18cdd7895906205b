package dev.darkroom.benchmark.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
  private static final int UNIT = 256 << 10;
  private static final byte[] CONTENT = FileSystemsContract.noise(3 * UNIT + 100);

  @TempDir Path writes;
  private HttpBucket bucket;

  @BeforeEach
  void open() throws Exception {
    bucket = new HttpBucket(BucketSettings.builder().writes(writes));
  }

  @AfterEach
  void close() throws IOException {
    bucket.close();
    assertEquals(0, filesWritten());
  }

  private long filesWritten() throws IOException {
    try (Stream<Path> files = Files.walk(writes)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private String start(String query, String metadata) throws Exception {
    HttpResponse<byte[]> response =
        bucket.send(
            "POST",
            bucket.url("/upload", "/o?uploadType=resumable" + query),
            metadata.getBytes(UTF_8));
    assertEquals(200, response.statusCode(), () -> new String(response.body(), UTF_8));
    return response.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<byte[]> send(String session, int from, int to, String range)
      throws Exception {
    return bucket.send(
        "PUT", session, Arrays.copyOfRange(CONTENT, from, to), "Content-Range", range);
  }

  private static void assertArrived(String range, HttpResponse<byte[]> response) {
    assertEquals(308, response.statusCode());
    assertEquals(range, response.headers().firstValue("Range").orElse(""));
  }

  private void assertStored(String name) throws Exception {
    assertArrayEquals(CONTENT, bucket.media(name).body());
  }

  @Test
  void inOneRequest() throws Exception {
    HttpResponse<byte[]> response = bucket.put("simple", CONTENT);
    assertEquals(Integer.toString(CONTENT.length), HttpBucket.json(response).get("size").asText());
    assertStored("simple");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", ""})
  void withMetadata(String epilogue) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        String.join(
                "\r\n",
                "--x y",
                "Content-Type: application/json; charset=UTF-8",
                "",
                "{\"name\":\"multi/part\",\"metadata\":{\"k\":\"v\"},\"size\":\"7\"}",
                "--x y",
                "content-type: image/png",
                "",
                "")
            .getBytes(UTF_8));
    body.writeBytes(CONTENT);
    body.writeBytes(("\r\n--x y--" + epilogue).getBytes(UTF_8));
    HttpResponse<byte[]> response =
        bucket.send(
            "POST",
            bucket.url("/upload", "/o?uploadType=multipart"),
            body.toByteArray(),
            "Content-Type",
            "multipart/related; boundary=\"x y\"");
    JsonNode object = HttpBucket.json(response);
    assertEquals(Integer.toString(CONTENT.length), object.path("size").asText());
    assertEquals("image/png", object.path("contentType").asText());
    assertEquals("v", object.at("/metadata/k").asText());
    assertStored("multi/part");
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/related; boundary=x, --x no parts",
    "multipart/related; boundary=x, '--x\r\n\r\n{}\r\n--x\r\n\r\nno end'",
    "text/plain, a"
  })
  void aBodyWithoutItsPartsIsRefused(String type, String body) throws Exception {
    HttpResponse<byte[]> response =
        bucket.send(
            "POST",
            bucket.url("/upload", "/o?uploadType=multipart&name=a"),
            body.getBytes(UTF_8),
            "Content-Type",
            type);
    assertEquals(400, response.statusCode());
    assertEquals(0, filesWritten());
  }

  @Test
  void inChunks() throws Exception {
    String session = start("&name=chunks", "{\"contentType\":\"image/png\"}");
    assertArrived("", send(session, 0, 0, "bytes */*"));
    assertArrived("bytes=0-524287", send(session, 0, 2 * UNIT, "bytes 0-524287/*"));
    assertArrived("bytes=0-524287", send(session, 0, 0, "bytes */*"));
    assertEquals(404, bucket.media("chunks").statusCode());
    HttpResponse<byte[]> last =
        send(session, 2 * UNIT, CONTENT.length, "bytes 524288-786531/786532");
    assertEquals(200, last.statusCode());
    assertEquals("image/png", HttpBucket.json(last).get("contentType").asText());
    assertStored("chunks");
    HttpResponse<byte[]> again = send(session, 0, 0, "bytes */786532");
    assertArrayEquals(last.body(), again.body());
    assertEquals(3, bucket.counts().of(RequestKind.UPLOAD_STATUS));
    assertEquals(2, bucket.counts().of(RequestKind.UPLOAD_CHUNK));
  }

  @Test
  void withoutARangeAllAtOnce() throws Exception {
    String session = start("", "{\"name\":\"once\"}");
    assertEquals(200, bucket.send("PUT", session, CONTENT).statusCode());
    assertStored("once");
  }

  @Test
  void ofNothing() throws Exception {
    String session = start("&name=nothing", "");
    assertEquals(200, send(session, 0, 0, "bytes */0").statusCode());
    assertEquals("0", bucket.json("/o/nothing").get("size").asText());
  }

  @Test
  void whatWasSentTwiceIsStoredOnce() throws Exception {
    String session = start("&name=overlap", "");
    send(session, 0, 2 * UNIT, "bytes 0-524287/*");
    assertArrived("bytes=0-786431", send(session, UNIT, 3 * UNIT, "bytes 262144-786431/*"));
    send(session, 3 * UNIT, CONTENT.length, "bytes 786432-786531/786532");
    assertStored("overlap");
  }

  @Test
  void aGapIsNotStored() throws Exception {
    String session = start("&name=gap", "");
    assertArrived("", send(session, UNIT, 2 * UNIT, "bytes 262144-524287/*"));
  }

  /** The connection breaks in the middle of a chunk; the client asks how much arrived. */
  @Test
  void goesOnAfterABrokenConnection() throws Exception {
    String session = start("&name=broken", "");
    URI uri = URI.create(session);
    String head =
        String.join(
            "\r\n",
            "PUT " + uri.getPath() + "?" + uri.getQuery() + " HTTP/1.1",
            "Host: " + uri.getAuthority(),
            "Content-Range: bytes 0-524287/*",
            "Content-Length: 524288",
            "",
            "");
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(UTF_8));
      out.write(CONTENT, 0, 1000);
      out.flush();
      while (bucket.counts().bytesReceived() < 1000) {
        Thread.onSpinWait();
      }
    }
    assertArrived("bytes=0-999", send(session, 0, 0, "bytes */*"));
    send(session, 1000, 1000 + 2 * UNIT, "bytes 1000-525287/*");
    send(session, 1000 + 2 * UNIT, CONTENT.length, "bytes 525288-786531/786532");
    assertStored("broken");
  }

  @Test
  void canBeGivenUp() throws Exception {
    String session = start("&name=given-up", "");
    send(session, 0, UNIT, "bytes 0-262143/*");
    assertEquals(1, filesWritten());
    assertEquals(499, bucket.send("DELETE", session, new byte[0]).statusCode());
    assertEquals(499, send(session, 0, 0, "bytes */*").statusCode());
    assertEquals(0, filesWritten());
  }

  @ParameterizedTest
  @CsvSource({
    "100, bytes 0-99/*",
    "100, bytes 0-99/200",
    "100, bytes 0-50/51",
    "100, bytes 9-5/*",
    "100, parts 1/2"
  })
  void refusesAChunkThatIsNotWhatItSays(int bytes, String range) throws Exception {
    String session = start("&name=refused", "");
    assertEquals(400, send(session, 0, bytes, range).statusCode());
  }

  @Test
  void anUnknownSessionIsNotThere() throws Exception {
    String session = start("&name=a", "").replaceFirst("upload_id=.*", "upload_id=none");
    assertEquals(404, send(session, 0, 0, "bytes */*").statusCode());
  }

  @Test
  void keepsToTheGenerationDemanded() throws Exception {
    String first = HttpBucket.json(bucket.put("a", CONTENT)).get("generation").asText();
    String url = bucket.url("/upload", "/o?uploadType=media&name=a&ifGenerationMatch=");
    assertEquals(412, bucket.send("POST", url + "0", CONTENT).statusCode());
    assertEquals(412, bucket.send("POST", url + "7", CONTENT).statusCode());
    String resumable = bucket.url("/upload", "/o?uploadType=resumable&name=a&ifGenerationMatch=");
    assertEquals(412, bucket.send("POST", resumable + "7", new byte[0]).statusCode());
    String session = start("&name=a&ifGenerationMatch=" + first, "");
    String rival = start("&name=a&ifGenerationMatch=" + first, "");
    assertEquals(200, bucket.send("PUT", session, CONTENT).statusCode());
    assertEquals(412, bucket.send("PUT", rival, CONTENT).statusCode());
    assertEquals(1, filesWritten());
  }

  @ParameterizedTest
  @CsvSource({"4waSgw==, JfnnlDI7RTiF9RgfG2JNCw==, 200", "AAAAAA==, '', 400", "'', x, 400"})
  void announcedChecksumsMustFit(String crc32c, String md5, int status) throws Exception {
    String metadata =
        "{"
            + (crc32c.isEmpty() ? "" : "\"crc32c\":\"" + crc32c + "\",")
            + (md5.isEmpty() ? "" : "\"md5Hash\":\"" + md5 + "\",")
            + "\"name\":\"sum\"}";
    String session = start("", metadata);
    byte[] nine = "123456789".getBytes(UTF_8);
    assertEquals(status, bucket.send("PUT", session, nine).statusCode());
    assertEquals(status == 200 ? 200 : 404, bucket.media("sum").statusCode());
  }

  @Test
  void compressedRequestsAreUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(CONTENT);
    }
    bucket.send(
        "POST",
        bucket.url("/upload", "/o?uploadType=media&name=packed"),
        packed.toByteArray(),
        "Content-Encoding",
        "gzip");
    assertStored("packed");
  }

  @Test
  void anObjectNeedsAName() throws Exception {
    String url = bucket.url("/upload", "/o?uploadType=media");
    assertEquals(400, bucket.send("POST", url, CONTENT).statusCode());
  }

  @Test
  void bytesGoWithTheLastObjectThatHasThem() throws Exception {
    bucket.put("a", CONTENT);
    bucket.put("a", CONTENT);
    bucket.post("/o/a/rewriteTo/b/photos/o/b", "");
    bucket.post("/o/a/copyTo/b/photos/o/c", "");
    assertEquals(1, filesWritten());
    for (String name : new String[] {"a", "b"}) {
      bucket.send("DELETE", bucket.url("", "/o/" + name), new byte[0]);
    }
    assertStored("c");
    bucket.send("DELETE", bucket.url("", "/o/c"), new byte[0]);
    assertEquals(0, filesWritten());
    assertTrue(Files.exists(writes));
  }
}
