package dev.darkroom.benchmark.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BucketServerTest {
  @TempDir Path folder;

  private Process start(String... flags) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            BucketServer.class.getName());
    builder.command().addAll(List.of(flags));
    return builder.redirectError(folder.resolve("stderr").toFile()).start();
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void servesAFolderAndTellsWhatItWasAskedFor() throws Exception {
    Path input = Files.createDirectory(folder.resolve("input"));
    Path writes = folder.resolve("writes");
    Files.writeString(input.resolve("rose.txt"), "a rose");
    Process server = start("--input=" + input, "--writes=" + writes);
    try (BufferedReader out = server.inputReader(UTF_8)) {
      assertEquals(
          "gs://photos/ has 1 objects of " + input + ", gs://datasets/ none", out.readLine());
      out.readLine();
      String endpoint = out.readLine().replaceFirst("endpoint: ", "");
      assertTrue(out.readLine().contains("INPUT=gs://photos/ ARGS=\"--gcsEndpoint=" + endpoint));
      String rose =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(endpoint + "b/photos/o/rose.txt?alt=media"))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      assertEquals("a rose", rose);
      assertEquals(1, writes.toFile().list().length);
      server.toHandle().destroy(); // Process.destroy would close the stream we read.
      assertEquals(
          "requests: media 1; 0.0 MB sent, 0.0 MB received, at most 1 at once",
          out.lines().collect(Collectors.joining()));
      server.waitFor();
      assertEquals(0, writes.toFile().list().length);
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void refusesAWrongFlag() throws Exception {
    assertEquals(2, start("--speed=9").waitFor());
    assertTrue(Files.readString(folder.resolve("stderr")).contains("--speed=9: unknown"));
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPortThatIsTakenIsAnError() throws Exception {
    try (EmulatedBucket bucket = EmulatedBucket.start(BucketSettings.builder().build())) {
      int port = URI.create(bucket.endpoint()).getPort();
      assertEquals(1, start("--port=" + port).waitFor());
      assertTrue(Files.readString(folder.resolve("stderr")).contains("already in use"));
    }
  }
}
