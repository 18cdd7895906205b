package dev.darkroom.benchmark.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.CreateOptions.StandardCreateOptions;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Beam's {@code gs://} must be able to do, whatever serves it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class FileSystemsContract {
  static final String BUCKET = "photos";
  static final int UPLOAD_CHUNK_BYTES = 1 << 20;

  /** The service under test, with an empty bucket {@link #BUCKET}. */
  abstract String endpoint();

  static GcsOptions options(String endpoint) {
    GcsOptions options = PipelineOptionsFactory.as(GcsOptions.class);
    options.setGcsEndpoint(endpoint);
    options.setGcsUploadBufferSizeBytes(UPLOAD_CHUNK_BYTES);
    options.as(GcpOptions.class).setProject("none");
    options.as(GcpOptions.class).setCredentialFactoryClass(NoopCredentialFactory.class);
    return options;
  }

  @BeforeEach
  final void pointBeamAtTheService() {
    FileSystems.setDefaultPipelineOptions(options(endpoint()));
  }

  static String uri(String name) {
    return "gs://" + BUCKET + "/" + name;
  }

  static ResourceId resource(String name) {
    return FileSystems.matchNewResource(uri(name), false);
  }

  static List<ResourceId> resources(String format, int count) {
    List<ResourceId> resources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      resources.add(resource(String.format(format, i)));
    }
    return resources;
  }

  static void write(String name, byte[] bytes) throws IOException {
    try (WritableByteChannel channel =
        FileSystems.create(resource(name), "application/octet-stream")) {
      channel.write(ByteBuffer.wrap(bytes));
    }
  }

  static void write(String... names) throws IOException {
    for (String name : names) {
      write(name, name.getBytes(UTF_8));
    }
  }

  static byte[] read(ResourceId resource) throws IOException {
    return Channels.newInputStream(FileSystems.open(resource)).readAllBytes();
  }

  static String text(String name) throws IOException {
    return new String(read(resource(name)), UTF_8);
  }

  static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  static List<String> matched(String pattern) throws IOException {
    return FileSystems.match(uri(pattern), EmptyMatchTreatment.ALLOW).metadata().stream()
        .map(metadata -> metadata.resourceId().toString().substring(uri("").length()))
        .sorted()
        .collect(toList());
  }

  @Test
  void matchesWildcards() throws IOException {
    write("match/a.jpg", "match/b.png", "match/rose/c.jpg", "match/rose/wild/d.jpg", "matches");
    assertEquals(List.of("match/a.jpg", "match/b.png"), matched("match/*"));
    assertEquals(List.of("match/a.jpg"), matched("match/?.jpg"));
    assertEquals(List.of("match/rose/c.jpg"), matched("match/*/*"));
    assertEquals(
        List.of("match/a.jpg", "match/rose/c.jpg", "match/rose/wild/d.jpg"),
        matched("match/**.jpg"));
    assertEquals(List.of("match/b.png"), matched("match/b.png"));
    assertEquals(List.of(), matched("match/z*"));
    assertEquals(List.of(), matched("match"));
    assertEquals(
        MatchResult.Status.NOT_FOUND, FileSystems.match(List.of(uri("match/z"))).get(0).status());
  }

  @Test
  void tellsSizeChecksumAndTime() throws Exception {
    byte[] bytes = noise(1000);
    write("told", bytes);
    String md5 = Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    for (String pattern : List.of("told", "tol*")) {
      Metadata metadata = FileSystems.match(uri(pattern)).metadata().get(0);
      assertEquals(1000, metadata.sizeBytes());
      assertEquals(md5, metadata.checksum());
      assertTrue(System.currentTimeMillis() - metadata.lastModifiedMillis() < 120_000);
    }
  }

  @Test
  void writesNothingASingleByteAndSeveralChunks() throws IOException {
    for (int size : new int[] {0, 1, UPLOAD_CHUNK_BYTES, 3 * UPLOAD_CHUNK_BYTES + 17}) {
      byte[] bytes = noise(size);
      write("sized", bytes);
      assertArrayEquals(bytes, read(resource("sized")), size + " bytes");
    }
  }

  @Test
  void namesMayHoldAnything() throws IOException {
    for (String name : List.of("odd/a b", "odd/50%", "odd/%2F+&=", "odd/#1", "odd/é\uD83C\uDF39")) {
      write(name);
      assertEquals(name, text(name));
    }
    assertEquals(5, matched("odd/*").size());
  }

  @Test
  void seeksBothWays() throws IOException {
    byte[] bytes = noise(5_000_000);
    write("seek", bytes);
    try (SeekableByteChannel channel = (SeekableByteChannel) FileSystems.open(resource("seek"))) {
      assertEquals(bytes.length, channel.size());
      for (int position : new int[] {4_000_000, 10, 4_999_990, 0, 2_500_000}) {
        ByteBuffer read = ByteBuffer.allocate(10);
        channel.position(position);
        while (read.hasRemaining() && channel.read(read) >= 0) {}
        assertEquals(ByteBuffer.wrap(bytes, position, 10), read.flip(), "at " + position);
      }
      assertThrows(EOFException.class, () -> channel.position(bytes.length));
    }
  }

  @Test
  void whatIsNotThereCannotBeOpened() {
    assertThrows(FileNotFoundException.class, () -> FileSystems.open(resource("nothing")));
  }

  @Test
  void overwritesUnlessItMustNot() throws IOException {
    write("twice", noise(10));
    write("twice", noise(20));
    assertArrayEquals(noise(20), read(resource("twice")));
    CreateOptions onlyNew =
        StandardCreateOptions.builder()
            .setMimeType("text/plain")
            .setExpectFileToNotExist(true)
            .build();
    assertThrows(
        IOException.class,
        () -> {
          try (WritableByteChannel channel = FileSystems.create(resource("twice"), onlyNew)) {
            channel.write(ByteBuffer.wrap(noise(30)));
          }
        });
    assertArrayEquals(noise(20), read(resource("twice")));
  }

  /** More than one batch of a hundred. */
  @Test
  void copiesRenamesAndDeletesMany() throws IOException {
    List<ResourceId> sources = resources("many/source-%03d", 101);
    List<ResourceId> copies = resources("many/copy-%03d", 101);
    List<ResourceId> renamed = resources("many/renamed-%03d", 101);
    for (ResourceId source : sources) {
      write("many/" + source.getFilename());
    }
    FileSystems.copy(sources, copies);
    FileSystems.rename(sources, renamed);
    assertEquals(List.of(), matched("many/source-*"));
    assertEquals("many/source-007", text("many/copy-007"));
    assertEquals("many/source-100", text("many/renamed-100"));
    FileSystems.delete(copies);
    assertEquals(101, matched("many/*").size());
    FileSystems.delete(renamed);
    assertEquals(List.of(), matched("many/*"));
  }

  @Test
  void copyingNeedsASourceAndDeletingDoesNot() throws IOException {
    assertThrows(
        IOException.class,
        () -> FileSystems.copy(resources("missing-%d", 2), resources("to-%d", 2)));
    FileSystems.delete(resources("missing-%d", 2));
  }
}
