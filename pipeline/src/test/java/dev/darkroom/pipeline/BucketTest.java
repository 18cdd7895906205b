package dev.darkroom.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.auth.Credentials;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.common.collect.ObjectArrays;
import dev.darkroom.benchmark.bucket.Outcome;
import dev.darkroom.benchmark.bucket.RequestCounts;
import dev.darkroom.benchmark.bucket.RequestKind;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.extensions.gcp.auth.CredentialFactory;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program on {@code gs://}, as it is used but for Google. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BucketTest {
  private static final String NO_FAULTS = "503:0";
  private static final int CLASSES = 3;
  private static final int PER_CLASS = 20;

  private static final String[] FLAGS = {
    "--engine=imgscalr", "--numShards=3", "--maxRejectRatio=0.1"
  };

  @TempDir static Path shared;
  private static Path photos;
  private static String localManifest;

  @TempDir Path temporary;

  @BeforeAll
  static void convertAFolder() throws IOException {
    photos =
        new Collection(shared.resolve("photos"))
            .withImages(PER_CLASS, "cat", "dog", "emu")
            .withFile("emu/empty.jpg", new byte[0])
            .folder();
    Path dataset = shared.resolve("dataset");
    Run run = Run.of(arguments("convert", "--input=" + photos, "--output=" + dataset));
    assertEquals(ExitCode.DONE, run.exit(), run.err());
    localManifest = Files.readString(dataset.resolve("manifest.json"));
  }

  private static String[] arguments(String... first) {
    return ObjectArrays.concat(first, FLAGS, String.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DirectRunner, 503:0",
    "DirectRunner, '503:0.05,reset:0.05,429:0.03,truncate:0.02'",
    "SparkRunner, '503:0.05,reset:0.05'"
  })
  void makesOfABucketWhatItMakesOfAFolder(String runner, String faults) throws IOException {
    try (Bucket bucket = new Bucket(photos, faults)) {
      Run remote =
          bucket.run(
              "convert",
              arguments(
                  "--input=gs://photos/", "--output=gs://out/dataset/", "--runner=" + runner));

      assertEquals(ExitCode.DONE, remote.exit(), remote.err());
      assertEquals(localManifest, StoredFiles.text("gs://out/dataset/manifest.json"));
      RequestCounts requests = bucket.requests();
      assertEquals(
          !faults.equals(NO_FAULTS),
          requests.of(Outcome.UNAVAILABLE) + requests.of(Outcome.RESET) > 0);
      Run verified = bucket.run("verify", "--input=gs://out/dataset/");
      assertEquals(ExitCode.DONE, verified.exit(), verified.err());
      assertTrue(
          verified.out().startsWith("verified: 60 sound records in 3 shards"), verified.out());
    }
  }

  @Test
  void asksOncePerImage() throws IOException {
    try (Bucket bucket = new Bucket(photos, NO_FAULTS)) {
      Run run =
          bucket.run(
              "convert",
              "--input=gs://photos/",
              "--output=gs://out/dataset/",
              "--engine=imgscalr",
              "--numShards=2",
              "--maxRejectRatio=0.1");

      assertEquals(ExitCode.DONE, run.exit(), run.err());
      RequestCounts requests = bucket.requests();
      // The manifest is the last thing read.
      assertEquals(CLASSES * PER_CLASS + 1, requests.of(RequestKind.MEDIA, Outcome.OK));
      assertTrue(requests.of(RequestKind.METADATA) < CLASSES * PER_CLASS + 1, requests.toString());
    }
  }

  /** Somebody whose application default credentials name a project for quotas and bills. */
  public static final class Payer implements CredentialFactory {
    /** What Beam calls. */
    public static Payer fromOptions(PipelineOptions options) {
      return new Payer();
    }

    @Override
    public Credentials getCredential() {
      return new Somebody();
    }
  }

  private static final class Somebody extends GoogleCredentials {
    private static final long serialVersionUID = 1;

    Somebody() {
      super(GoogleCredentials.newBuilder().setQuotaProjectId("payer"));
    }

    @Override
    public AccessToken refreshAccessToken() {
      return AccessToken.newBuilder().setTokenValue("token").build();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DirectRunner", "SparkRunner"})
  void theProjectOfTheCredentialsPays(String runner) throws IOException {
    try (Bucket bucket = Bucket.thatLetsTheRequesterPay(photos)) {
      String[] flags =
          arguments("--input=gs://photos/", "--output=gs://out/dataset/", "--runner=" + runner);

      Run nobody = bucket.run("convert", flags);
      Run payer = bucket.runAs(Payer.class, "convert", flags);
      Run verified = bucket.runAs(Payer.class, "verify", "--input=gs://out/dataset/");

      assertEquals(ExitCode.INPUT, nobody.exit());
      assertEquals(
          "--input: gs://photos lets the requester pay: set GOOGLE_CLOUD_QUOTA_PROJECT to the"
              + " project that does, here and on workers, or run gcloud auth application-default"
              + " set-quota-project",
          nobody.err().strip());
      assertEquals(ExitCode.DONE, payer.exit(), payer.err());
      assertEquals(localManifest, StoredFiles.text("gs://out/dataset/manifest.json"));
      assertEquals(ExitCode.DONE, verified.exit(), verified.err());
    }
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    try (Bucket bucket = new Bucket(photos, NO_FAULTS)) {
      Run input = bucket.run("convert", "--input=gs://typo/cats/", "--output=gs://out/dataset/");
      Run output = bucket.run("convert", "--input=gs://photos/", "--output=gs://typo/dataset/");
      Run dataset = bucket.run("verify", "--input=gs://typo/dataset/");

      assertEquals("--input: there is no bucket gs://typo", input.err().strip());
      assertEquals(ExitCode.INPUT, input.exit());
      assertEquals("--output: there is no bucket gs://typo", output.err().strip());
      assertEquals(ExitCode.INPUT, output.exit());
      assertEquals("--input: there is no bucket gs://typo", dataset.err().strip());
      assertEquals(ExitCode.INPUT, dataset.exit());
    }
  }

  @Test
  @Timeout(30)
  void givesUpWhereNobodyAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      Run run =
          Run.of(
              "convert",
              "--input=gs://photos/",
              "--output=" + temporary.resolve("dataset"),
              "--connectTimeout=1",
              "--project=some-project",
              "--credentialFactoryClass="
                  + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory",
              "--gcsEndpoint=http://localhost:" + silent.getLocalPort() + "/storage/v1/");

      assertEquals(ExitCode.INPUT, run.exit());
      assertTrue(
          run.err()
              .startsWith("--input: gs://photos cannot be reached within --connectTimeout=1: "),
          run.err());
    }
  }

  @Test
  void listsEveryNameOnce() throws IOException {
    Path many = temporary.resolve("many");
    for (int i = 0; i < 2_300; i++) {
      new Collection(many).withFile(String.format("a%d/img_%05d", i % 2, i), new byte[0]);
    }
    new Collection(many)
        .withFile("a1/img_0é", new byte[0])
        .withFile("b/𝄞/deep/x.jpg", new byte[0])
        .withFile("b/[odd] {name}*", new byte[0])
        .withFile("c", new byte[0]);
    try (Bucket bucket = new Bucket(many, NO_FAULTS)) {
      Run run =
          bucket.run(
              "convert",
              "--input=gs://photos/",
              "--output=" + temporary.resolve("dataset"),
              "--engine=imgscalr",
              "--maxRejectRatio=1",
              "--numShards=1");

      assertEquals(ExitCode.DONE, run.exit(), run.err());
      assertEquals(2_304, new Dataset(temporary.resolve("dataset")).manifest().total().listed());
    }
  }
}
