package dev.darkroom.benchmark.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract on fake-gcs-server, which others wrote: what it demands is the API's doing, not the
 * emulated bucket's. Run by {@code make interop}, which sets the property {@code fakeGcsServer}.
 */
class FakeGcsServerInterop extends FileSystemsContract {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;

  private static Process server;
  private static String endpoint;

  @BeforeAll
  static void start() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String address = "127.0.0.1:" + port;
    server =
        new ProcessBuilder(
                System.getProperty("fakeGcsServer"),
                "-scheme=http",
                "-host=127.0.0.1",
                "-port=" + port,
                "-backend=memory",
                "-public-host=" + address,
                "-external-url=http://" + address)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    endpoint = "http://" + address + "/storage/v1/";
    createBucket();
  }

  private static void createBucket() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + "b?project=none"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"name\":\"" + BUCKET + "\"}", UTF_8))
            .build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Assertions.assertEquals(
            200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline || !server.isAlive()) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.destroy();
    server.waitFor();
  }

  @Override
  String endpoint() {
    return endpoint;
  }
}
