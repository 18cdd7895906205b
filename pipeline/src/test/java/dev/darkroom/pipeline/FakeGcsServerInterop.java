package dev.darkroom.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ObjectArrays;
import dev.darkroom.benchmark.measure.MeasureCommand;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program on fake-gcs-server, a bucket that others wrote. Run by {@code make interop-bucket},
 * which sets the property {@code fakeGcsServer}.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FakeGcsServerInterop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;

  private static Process server;
  private static int port;
  private static String localManifest;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path buckets = folder.resolve("buckets");
    Path photos =
        new Collection(buckets.resolve("photos")).withImages(20, "cat", "dog", "emu").folder();
    new Collection(buckets.resolve("out")).withFile("other", new byte[] {1});
    Path dataset = folder.resolve("dataset");
    Run local = Run.of("convert", "--input=" + photos, "--output=" + dataset, "--numShards=3");
    assertEquals(ExitCode.DONE, local.exit(), local.err());
    localManifest = Files.readString(dataset.resolve("manifest.json"));
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
                "-data=" + buckets,
                "-public-host=" + address,
                "-external-url=http://" + address)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    awaitServer();
  }

  private static void awaitServer() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
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

  private static List<String> bucketFlags() {
    return List.of(
        "--gcsEndpoint=http://127.0.0.1:" + port + "/storage/v1/",
        "--project=some-project",
        "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
  }

  private static Run run(String... arguments) {
    return Run.of(
        ObjectArrays.concat(arguments, bucketFlags().toArray(new String[0]), String.class));
  }

  @ParameterizedTest
  @CsvSource({"DirectRunner", "SparkRunner"})
  void convertsVerifiesAndMeasures(String runner) throws Exception {
    String output = "gs://out/" + runner + "/";

    Run converted =
        run(
            "convert",
            "--input=gs://photos/",
            "--output=" + output,
            "--numShards=3",
            "--runner=" + runner);
    assertEquals(ExitCode.DONE, converted.exit(), converted.err());
    assertEquals(localManifest, StoredFiles.text(output + "manifest.json"));
    Run verified = run("verify", "--input=" + output, "--runner=" + runner);
    assertEquals(ExitCode.DONE, verified.exit(), verified.err());
    assertMeasures(output, folder.resolve("results-" + runner));
  }

  /** Reads of the photos against reads of their records, a few of each. */
  private static void assertMeasures(String records, Path results) throws Exception {
    List<String> flags = new ArrayList<>();
    flags.add("--input=gs://photos/");
    flags.add("--records=" + records);
    flags.add("--output=" + results);
    flags.addAll(List.of("--depths=parse", "--batchSizes=8", "--batchCounts=4"));
    flags.addAll(List.of("--concurrencies=1,8", "--repetitions=2", "--minSeconds=0.1"));
    flags.addAll(bucketFlags());
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(told, true, UTF_8);
    assertEquals(
        ExitCode.DONE, new MeasureCommand(out, out).run(flags), () -> told.toString(UTF_8));
    assertEquals(
        4,
        told.toString(UTF_8)
            .lines()
            .filter(line -> line.matches("(raw|tfrecord) +parse .*"))
            .count(),
        () -> told.toString(UTF_8));
  }
}
