package dev.darkroom.benchmark;

import com.google.protobuf.ByteString;
import dev.darkroom.transforms.tfrecord.format.RecordFraming;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;

/** A small collection of photos, and records of them, as tests need them. */
public record Photos(Path folder, List<String> names) {
  /** Draws so many in each class, no two alike. */
  public static Photos draw(Path folder, int perClass, String... classes) throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : classes) {
      Files.createDirectories(folder.resolve(name));
      for (int i = 0; i < perClass; i++) {
        String file = String.format("%s/%02d.jpg", name, i);
        Files.write(folder.resolve(file), jpeg(40, 30, file.hashCode()));
        names.add(file);
      }
    }
    return new Photos(folder, names);
  }

  /** An image coloured by a seed. */
  public static byte[] jpeg(int width, int height, int seed) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setPaint(new Color(seed));
    canvas.fillRect(0, 0, width, height);
    canvas.setPaint(new Color(~seed));
    canvas.fillOval(Math.floorMod(seed, width / 2), 5, width / 2, height / 2);
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }

  /** The bytes of a photo. */
  public byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shards that hold the files' own bytes, shuffled, with indexes. */
  public Path pack(Path records, int shards) throws IOException {
    return pack(records, shards, false, this::bytes, true);
  }

  /**
   * Shards.
   *
   * @param image what to store for a name
   * @param named whether records name their file
   */
  public Path pack(
      Path records, int shards, boolean gzip, Function<String, byte[]> image, boolean named)
      throws IOException {
    Files.createDirectories(records);
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(1));
    for (int shard = 0; shard < shards; shard++) {
      String name =
          String.format("p-train-%05d-of-%05d.tfrecord%s", shard, shards, gzip ? ".gz" : "");
      ShardIndex.Builder index = ShardIndex.builder();
      try (OutputStream file = Files.newOutputStream(records.resolve(name));
          OutputStream out = gzip ? new GZIPOutputStream(file) : file) {
        for (int i = shard; i < shuffled.size(); i += shards) {
          byte[] record = record(shuffled.get(i), image.apply(shuffled.get(i)), named);
          out.write(framed(record));
          index.add(RecordFraming.framedLength(record.length));
        }
      }
      if (!gzip) {
        Files.write(records.resolve(name + ".idx"), index.build().toBytes());
      }
    }
    return records;
  }

  private static byte[] record(String name, byte[] image, boolean named) {
    Features.Builder features = Features.newBuilder().putFeature("image", feature(image));
    if (named) {
      features.putFeature("file_name", feature(ByteString.copyFromUtf8(name).toByteArray()));
    }
    return Example.newBuilder().setFeatures(features).build().toByteArray();
  }

  private static Feature feature(byte[] value) {
    return Feature.newBuilder()
        .setBytesList(BytesList.newBuilder().addValue(ByteString.copyFrom(value)))
        .build();
  }

  private static byte[] framed(byte[] record) {
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    length.putLong(record.length);
    return ByteBuffer.allocate((int) RecordFraming.framedLength(record.length))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(length.array())
        .putInt(RecordFraming.maskedCrc32c(length.array()))
        .put(record)
        .putInt(RecordFraming.maskedCrc32c(record))
        .array();
  }
}
