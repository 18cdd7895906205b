package dev.darkroom.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.transforms.cli.ExitCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says of buckets that refuse. */
class GcsAccessTest {
  private static final String SOMEBODY =
      "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory";

  @TempDir Path folder;

  /** A run against a storage that answers with these statuses, the last one for ever. */
  private Run run(AtomicInteger requests, int... statuses) throws IOException {
    HttpServer storage = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    storage.createContext(
        "/",
        exchange -> {
          int request = Math.min(requests.getAndIncrement(), statuses.length - 1);
          exchange.sendResponseHeaders(statuses[request], -1);
          exchange.close();
        });
    storage.start();
    try {
      return Run.of(
          "convert",
          "--input=gs://photos/",
          "--output=" + folder.resolve("dataset"),
          "--connectTimeout=2",
          "--project=some-project",
          "--credentialFactoryClass=" + SOMEBODY,
          "--gcsEndpoint=http://localhost:" + storage.getAddress().getPort() + "/storage/v1/");
    } finally {
      storage.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | the credentials have no right to gs://photos: grant roles/storage.objectViewer on it",
        "403 | the credentials have no right to gs://photos: grant roles/storage.objectViewer on it",
        "404 | there is no bucket gs://photos",
        "503 | gs://photos answers with HTTP status 503",
      })
  void namesTheFix(int status, String message) throws IOException {
    Run run = run(new AtomicInteger(), status);

    assertEquals("--input: " + message, run.err().strip());
    assertEquals(ExitCode.INPUT, run.exit());
  }

  @Test
  void waitsForABucketThatIsBusy() throws IOException {
    AtomicInteger requests = new AtomicInteger();

    Run run = run(requests, 503, 429, 404);

    assertEquals(3, requests.get());
    assertEquals("--input: there is no bucket gs://photos", run.err().strip());
  }
}
