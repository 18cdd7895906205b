package dev.darkroom.transforms.tfrecord.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** A file written by TensorFlow, and what it told us about it; see make_tfrecords.py. */
record GoldenFile(String name, List<Payload> payloads) {

  record Payload(int length, String sha256) {
    static Payload of(byte[] payload) {
      return new Payload(payload.length, Hashing.sha256().hashBytes(payload).toString());
    }
  }

  static GoldenFile read(String name) {
    List<Payload> payloads =
        new String(resource("payloads.txt"), US_ASCII)
            .lines()
            .map(line -> line.split(" "))
            .filter(fields -> fields[0].equals(name))
            .map(fields -> new Payload(Integer.parseInt(fields[2]), fields[3]))
            .toList();
    return new GoldenFile(name, payloads);
  }

  static Stream<GoldenFile> all() {
    return Stream.of(
            "no-records.tfrecord",
            "empty-payload.tfrecord",
            "one-byte.tfrecord",
            "several.tfrecord",
            "large.tfrecord")
        .map(GoldenFile::read);
  }

  byte[] bytes() {
    return resource(name);
  }

  /** Offsets of all records, then the length of the file. */
  long[] boundaries() {
    long[] boundaries = new long[payloads.size() + 1];
    for (int i = 0; i < payloads.size(); i++) {
      boundaries[i + 1] = boundaries[i] + 12 + payloads.get(i).length() + 4;
    }
    return boundaries;
  }

  @Override
  public String toString() {
    return name;
  }

  private static byte[] resource(String name) {
    try (InputStream in = GoldenFile.class.getResourceAsStream("/tfrecord/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
