package dev.darkroom.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.gcs.GcsObjects;
import dev.darkroom.transforms.gcs.Generations;
import dev.darkroom.transforms.listing.ListImages;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.storage.SourceReader;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source files from a bucket, read one by one. */
@Timeout(60)
class GcsObjectsTest {
  private static final byte[] CONTENT = "an image, as it were".getBytes(UTF_8);
  private static final String CRC32C_OF_NOTHING = "AAAAAA==";

  @TempDir Path folder;

  private static GcsOptions options(List<String> flags) {
    GcsOptions options =
        PipelineOptionsFactory.fromArgs(flags.toArray(new String[0])).as(GcsOptions.class);
    FileSystems.setDefaultPipelineOptions(options);
    return options;
  }

  private static SourceReader reader(GcsOptions options) {
    return new SourceReader(1000).withObjects(GcsObjects.of(options));
  }

  /** What a run would list. */
  private static List<ImageRef> list(String pattern, GcsOptions options)
      throws IOException, InterruptedException {
    List<ImageRef> refs = new ArrayList<>();
    for (MatchResult.Metadata object : FileSystems.match(pattern).metadata()) {
      String uri = object.resourceId().toString();
      long generation = Generations.of(List.of(uri), options).get(uri);
      refs.add(ref(uri, object.sizeBytes()).ofGeneration(generation));
    }
    return refs;
  }

  private static ImageRef ref(String uri, long bytes) {
    return ImageRef.of(uri, "k", "l", "s", bytes, 0, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b.jpg",
        "a b+c&d=e.jpg",
        "%2F.jpg",
        "a#b?c.jpg",
        "цветок/𝄞.jpg",
        "..",
        "[x]*.jpg"
      })
  void readsObjectsOfAnyName(String name) throws Exception {
    new Collection(folder).withFile("some.jpg", CONTENT);
    try (Bucket bucket = new Bucket(folder, "503:0")) {
      GcsOptions options = options(bucket.flags());
      StoredFiles.write("gs://out/" + name, CONTENT);

      ImageRef ref = ref("gs://out/" + name, CONTENT.length);

      assertArrayEquals(CONTENT, reader(options).read(ref));
    }
  }

  /** A dataset is of what was listed, or says that it is not. */
  @Test
  void anObjectThatIsOverwrittenIsNotMistakenForTheOneListed() throws Exception {
    new Collection(folder).withFile("a.jpg", CONTENT).withFile("b.jpg", CONTENT);
    try (Bucket bucket = new Bucket(folder, "503:0")) {
      GcsOptions options = options(bucket.flags());
      List<ImageRef> listed = list("gs://photos/**", options);
      StoredFiles.write("gs://photos/a.jpg", "another".getBytes(UTF_8));

      RejectedException e =
          assertThrows(RejectedException.class, () -> reader(options).read(listed.get(0)));

      assertEquals(Reason.VANISHED, e.reason());
      assertEquals(
          "FileNotFoundException: gs://photos/a.jpg has been deleted or overwritten since it was"
              + " listed",
          e.getMessage());
      assertArrayEquals(CONTENT, reader(options).read(listed.get(1)));
    }
  }

  /** Java's order of strings is not that of names: the clef comes before the private letter. */
  @Test
  void pinsEachObjectThatWasMatched() throws IOException {
    Collection photos = new Collection(folder);
    Set<String> expected = new TreeSet<>();
    for (String name : List.of("a/\uF8FF.jpg", "a/\uD834\uDD1E.jpg", "a/%20 ?.jpg", "b/c/d.jpg")) {
      photos.withFile(name, CONTENT);
      expected.add("gs://photos/" + name + " pinned");
    }
    for (int i = 0; i <= Generations.AT_ONCE; i++) {
      photos.withFile("many/" + i + ".jpg", CONTENT);
      expected.add("gs://photos/many/" + i + ".jpg pinned");
    }
    try (Bucket bucket = new Bucket(folder, "503:0.1,reset:0.1,truncate:0.1")) {
      Pipeline pipeline = Pipeline.create(options(bucket.flags()));
      PAssert.that(
              pipeline
                  .apply(
                      ListImages.of(
                          List.of(ImageInput.of("gs://photos/")), SplitRule.parse("train")))
                  .apply(
                      MapElements.into(TypeDescriptors.strings())
                          .via(
                              (ImageRef ref) ->
                                  ref.uri() + (ref.generation() > 0 ? " pinned" : ""))))
          .containsInAnyOrder(expected);
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void faultsOfTheNetworkAreWaitedFor() throws Exception {
    byte[] large = new byte[900];
    new Collection(folder).withFile("a.jpg", large);
    try (Bucket bucket = new Bucket(folder, "503:0.1,429:0.1,reset:0.1,truncate:0.1")) {
      GcsOptions options = options(bucket.flags());
      for (int i = 0; i < 12; i++) {
        assertArrayEquals(large, reader(options).read(ref("gs://photos/a.jpg", large.length)));
      }
    }
  }

  @Test
  void whatIsTooLargeIsNotRead() throws Exception {
    new Collection(folder).withFile("a.jpg", new byte[1001]).withFile("b.jpg", new byte[1000]);
    try (Bucket bucket = new Bucket(folder, "503:0")) {
      GcsOptions options = options(bucket.flags());

      RejectedException e =
          assertThrows(
              RejectedException.class, () -> reader(options).read(ref("gs://photos/a.jpg", 10)));

      assertEquals(Reason.TOO_MANY_BYTES, e.reason());
      assertEquals(1000, reader(options).read(ref("gs://photos/b.jpg", 10)).length);
    }
  }

  private interface Answer {
    void give(HttpExchange exchange, int number) throws IOException;
  }

  private static RejectedException refused(Answer answer) {
    return assertThrows(RejectedException.class, () -> read(answer));
  }

  /** Reads an object of a storage that answers as it is told to. */
  private static byte[] read(Answer answer) throws Exception {
    HttpServer storage = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    int[] requests = {0};
    storage.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer.give(exchange, ++requests[0]);
          }
        });
    storage.start();
    try {
      String endpoint = "http://localhost:" + storage.getAddress().getPort() + "/storage/v1/";
      return reader(
              options(
                  List.of(
                      "--gcsEndpoint=" + endpoint,
                      "--project=some-project",
                      "--credentialFactoryClass="
                          + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory")))
          .read(ref("gs://photos/a.jpg", 5));
    } finally {
      storage.stop(0);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Test
  void bytesThatAreNotThoseOfTheChecksumAreAskedForAgain() throws Exception {
    byte[] read =
        read(
            (exchange, number) -> {
              if (number == 1) {
                exchange
                    .getResponseHeaders()
                    .add("X-Goog-Hash", "md5=x,crc32c=" + CRC32C_OF_NOTHING);
              }
              send(exchange, 200, CONTENT);
            });

    assertArrayEquals(CONTENT, read);
  }

  @Test
  void anObjectStoredCompressedIsUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(CONTENT);
    }

    byte[] read =
        read(
            (exchange, number) -> {
              exchange.getResponseHeaders().add("Content-Encoding", "gzip");
              send(exchange, 200, packed.toByteArray());
            });

    assertArrayEquals(CONTENT, read);
  }

  @Test
  void whatOnlyClaimsToBeCompressedIsUnreadable() {
    RejectedException e =
        refused(
            (exchange, number) -> {
              exchange.getResponseHeaders().add("Content-Encoding", "gzip");
              send(exchange, 200, CONTENT);
            });

    assertEquals(Reason.UNREADABLE, e.reason());
  }

  @ParameterizedTest
  @CsvSource({"401, 2, UNREADABLE", "403, 1, UNREADABLE", "404, 1, VANISHED", "410, 1, UNREADABLE"})
  void aRefusalIsTheFiles(int status, int requests, Reason reason) {
    int[] asked = {0};
    RejectedException e =
        refused(
            (exchange, number) -> {
              asked[0] = number;
              send(exchange, status, "no".getBytes(UTF_8));
            });

    assertEquals(reason, e.reason());
    assertEquals(requests, asked[0], "a token that has expired is renewed once");
  }

  @Test
  void aLimitOfTheRateIsNoRefusal() throws Exception {
    byte[] read =
        read(
            (exchange, number) ->
                send(
                    exchange,
                    number == 1 ? 403 : 200,
                    number == 1
                        ? ("{\"error\": {\"code\": 403, \"errors\":"
                                + " [{\"domain\": \"usageLimits\","
                                + " \"reason\": \"rateLimitExceeded\"}]}}")
                            .getBytes(UTF_8)
                        : CONTENT));

    assertArrayEquals(CONTENT, read);
  }
}
