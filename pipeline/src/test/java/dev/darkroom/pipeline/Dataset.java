package dev.darkroom.pipeline;

import com.google.common.primitives.Bytes;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.tfrecord.format.RecordReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;

/** A published dataset, as a test looks at it. */
record Dataset(Path folder) {
  Manifest manifest() throws IOException {
    return Manifest.parse(Files.readString(folder.resolve("manifest.json")));
  }

  /** The features of every record of the schema {@code tfds}, by file name. */
  Map<String, Map<String, Feature>> records() throws IOException {
    Map<String, Map<String, Feature>> records = new TreeMap<>();
    for (Manifest.Split split : manifest().splits()) {
      for (Manifest.Shard shard : split.shards()) {
        try (RecordReader reader =
            new RecordReader(FileChannel.open(folder.resolve(shard.file())))) {
          for (byte[] record = reader.next(); record != null; record = reader.next()) {
            Map<String, Feature> features = Example.parseFrom(record).getFeatures().getFeatureMap();
            records.put(
                features.get("file_name").getBytesList().getValue(0).toStringUtf8(), features);
          }
        }
      }
    }
    return records;
  }

  /** Content of all files by name below the folder. */
  Map<String, List<Byte>> files() throws IOException {
    Map<String, List<Byte>> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(Files::isRegularFile)
          .forEach(path -> files.put(folder.relativize(path).toString(), content(path)));
    }
    return files;
  }

  /** The rows on rejected files, in no order. */
  String rejections() throws IOException {
    StringBuilder rows = new StringBuilder();
    Path rejected = folder.resolve("rejected");
    if (Files.isDirectory(rejected)) {
      try (Stream<Path> files = Files.list(rejected)) {
        files.forEach(file -> rows.append(text(file)));
      }
    }
    return rows.toString();
  }

  private static List<Byte> content(Path path) {
    try {
      return Bytes.asList(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
