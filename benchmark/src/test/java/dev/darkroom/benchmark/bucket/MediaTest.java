package dev.darkroom.benchmark.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {
  /** More than one block of memory, and more than one piece. */
  private static final byte[] CONTENT = FileSystemsContract.noise(700_000);

  @TempDir Path folder;
  private HttpBucket bucket;

  @BeforeEach
  void open() throws Exception {
    Files.createDirectory(folder.resolve("rose"));
    Files.write(folder.resolve("rose/file.jpg"), CONTENT);
    Files.write(folder.resolve("empty"), new byte[0]);
    bucket = new HttpBucket(BucketSettings.builder().folder(folder));
    bucket.put("rose/memory", CONTENT);
  }

  @AfterEach
  void close() throws IOException {
    bucket.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'',                 0, 700000, 200",
    "bytes=0-,           0, 700000, 206",
    "bytes=5-9,          5,     10, 206",
    "bytes=262143-262144, 262143, 262145, 206",
    "bytes=699999-,  699999, 700000, 206",
    "bytes=-3,       699997, 700000, 206",
    "bytes=-900000,      0, 700000, 206",
    "bytes=9-900000,     9, 700000, 206",
    "bytes=9-5,          0, 700000, 200",
    "'bytes=1-2,5-6',    0, 700000, 200"
  })
  void givesRanges(String range, int from, int to, int status) throws Exception {
    for (String name : List.of("rose/file.jpg", "rose/memory")) {
      HttpResponse<byte[]> response =
          range.isEmpty() ? bucket.media(name) : bucket.media(name, "Range", range);
      assertEquals(status, response.statusCode());
      assertArrayEquals(Arrays.copyOfRange(CONTENT, from, to), response.body());
      assertEquals(
          status == 206 ? "bytes " + from + "-" + (to - 1) + "/700000" : "",
          response.headers().firstValue("Content-Range").orElse(""));
      assertTrue(response.headers().firstValue("X-Goog-Generation").isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource({"rose/file.jpg, bytes=700000-", "empty, bytes=0-", "empty, bytes=-5"})
  void noByteIsNoRange(String name, String range) throws Exception {
    HttpResponse<byte[]> response = bucket.media(name, "Range", range);
    assertEquals(416, response.statusCode());
  }

  @Test
  void anEmptyObjectHasAnEmptyBody() throws Exception {
    HttpResponse<byte[]> response = bucket.media("empty");
    assertEquals(200, response.statusCode());
    assertEquals(0, response.body().length);
  }

  @Test
  void readsOnThePathOfTheMetadataToo() throws Exception {
    assertArrayEquals(CONTENT, bucket.get("/o/rose%2Ffile.jpg?alt=media&userProject=payer").body());
  }

  @Test
  void tellsMetadata() throws Exception {
    JsonNode file = bucket.json("/o/rose%2Ffile.jpg");
    assertEquals("rose/file.jpg", file.get("name").asText());
    assertEquals("photos", file.get("bucket").asText());
    assertEquals("700000", file.get("size").asText());
    assertEquals("image/jpeg", file.get("contentType").asText());
    JsonNode memory = bucket.json("/o/rose%2Fmemory");
    assertEquals(memory.get("md5Hash"), file.get("md5Hash"));
    assertEquals(memory.get("crc32c"), file.get("crc32c"));
    assertArrayEquals(
        CONTENT, bucket.send("GET", file.get("mediaLink").asText(), new byte[0]).body());
    assertEquals(
        "{\"generation\":" + file.get("generation") + ",\"size\":\"700000\"}",
        bucket.json("/o/rose%2Ffile.jpg?fields=contentEncoding,generation,size").toString());
  }

  /** Checksums of nine known bytes: CRC-32C's check value, and MD5's. */
  @Test
  void checksumsAreTheApis() throws Exception {
    bucket.put("nine", "123456789".getBytes(UTF_8));
    JsonNode nine = bucket.json("/o/nine");
    assertEquals("4waSgw==", nine.get("crc32c").asText());
    assertEquals("JfnnlDI7RTiF9RgfG2JNCw==", nine.get("md5Hash").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/o/rose", "/o/rose%2Ffile.jpg?generation=5", "/o/none?alt=media"})
  void whatIsNotThereIsAnErrorOfTheApi(String path) throws Exception {
    HttpResponse<byte[]> response = bucket.get(path);
    assertEquals(404, response.statusCode());
    JsonNode error = HttpBucket.json(response).get("error");
    assertEquals(404, error.get("code").asInt());
    assertEquals("notFound", error.at("/errors/0/reason").asText());
    assertTrue(error.get("message").asText().startsWith("No such object: photos/"));
  }

  @Test
  void demandsOfAGenerationAreKept() throws Exception {
    String path = "/o/rose%2Ffile.jpg?alt=media&";
    String generation = bucket.json("/o/rose%2Ffile.jpg").get("generation").asText();
    assertEquals(200, bucket.get(path + "generation=" + generation).statusCode());
    assertEquals(200, bucket.get(path + "ifGenerationMatch=" + generation).statusCode());
    assertEquals(412, bucket.get(path + "ifGenerationMatch=7").statusCode());
    assertEquals(412, bucket.get(path + "ifGenerationNotMatch=" + generation).statusCode());
    assertEquals(412, bucket.get(path + "ifMetagenerationMatch=2").statusCode());
    assertEquals(200, bucket.get(path + "ifMetagenerationNotMatch=2").statusCode());
  }

  @Test
  void aFileThatChangedIsNotServedAsIfItHadNot() throws Exception {
    Files.write(folder.resolve("rose/file.jpg"), new byte[] {1, 2, 3});
    HttpResponse<byte[]> response = bucket.media("rose/file.jpg");
    assertEquals(409, response.statusCode());
    assertTrue(HttpBucket.json(response).toString().contains("has changed"));
    Files.delete(folder.resolve("empty"));
    assertEquals(404, bucket.media("empty").statusCode());
  }

  @Test
  void theFolderIsNeverWritten() throws Exception {
    bucket.put("rose/file.jpg", new byte[] {1});
    bucket.put("new", new byte[] {2});
    bucket.send("DELETE", bucket.url("", "/o/empty"), new byte[0]);
    assertEquals(1, bucket.media("rose/file.jpg").body().length);
    assertEquals(404, bucket.media("empty").statusCode());
    assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("rose/file.jpg")));
    assertTrue(Files.exists(folder.resolve("empty")));
    assertTrue(Files.notExists(folder.resolve("new")));
  }
}
