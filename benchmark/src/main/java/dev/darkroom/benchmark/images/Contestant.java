package dev.darkroom.benchmark.images;

import dev.darkroom.transforms.example.LabelledImage;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.image.EncodedImage;
import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.image.ImageEngine;
import dev.darkroom.transforms.image.jpeg.encoder.JpegEncoder;
import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.tfrecord.format.RecordFraming;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is measured; whole conversions first, then the stages of one. */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold no state.
enum Contestant {
  TENSORFLOW_ENGINE("TensorFlow engine", photos -> engine(EngineChoice.TENSORFLOW, photos)),
  SEED_SEQUENCE("plain seed sequence", SeedSequence::with),
  LIBJPEG_FLOOR("libjpeg-turbo floor", photos -> LibjpegFloor.with(photos, 1)),
  LIBJPEG_EIGHTH("libjpeg-turbo floor, 1/8 size", photos -> LibjpegFloor.with(photos, 8)),
  IMGSCALR_ENGINE("imgscalr engine", photos -> engine(EngineChoice.IMGSCALR, photos)),
  PLAIN_JAVA("plain Java", photos -> i -> PlainJava.convert(photos.get(i))),
  JAVA_READ("ImageIO.read alone", photos -> i -> PlainJava.read(photos.get(i))),

  INSPECT(
      "- sniff and inspect",
      photos -> i -> SourceImage.inspect(photos.get(i).bytes(), Photo.SPEC.maxPixels())),
  DECODE("- inspect and decode", Contestant::decode),
  ENCODE("- encode", Contestant::encode),
  TENSORFLOW_SESSION("- TensorFlow, empty run", TensorFlowStages::session),
  TENSORFLOW_DECODE("- TensorFlow, decode", TensorFlowStages::decode),
  TENSORFLOW_RESIZE("- TensorFlow, resize", TensorFlowStages::resize),
  TENSORFLOW_ENCODE("- TensorFlow, encode", TensorFlowStages::encode),
  JAVA_RESIZE("- plain Java, resize", Contestant::javaResize),
  JAVA_ENCODE("- plain Java, encode", Contestant::javaEncode),
  EXAMPLE("- Example", Contestant::example),
  CHECKSUM("- CRC-32C of the record", Contestant::checksum);

  private final String label;
  private final Opening opening;

  Contestant(String label, Opening opening) {
    this.label = label;
    this.opening = opening;
  }

  /** The name for people. */
  String label() {
    return label;
  }

  /** Whether it is but a part of a conversion. */
  boolean stage() {
    return compareTo(INSPECT) >= 0;
  }

  /** Whether it is what users run. */
  boolean engine() {
    return this == TENSORFLOW_ENGINE || this == IMGSCALR_ENGINE;
  }

  /** Whether colour profiles make a difference to it. */
  boolean mindsProfiles() {
    return this == IMGSCALR_ENGINE || this == PLAIN_JAVA || this == JAVA_READ;
  }

  /** Makes ready for these photos. */
  Work open(List<Photo> photos) throws RejectedException, IOException {
    return opening.open(photos);
  }

  private static Work engine(EngineChoice choice, List<Photo> photos) {
    ImageEngine engine = choice.open(Photo.SPEC);
    return i -> engine.convert(photos.get(i).bytes());
  }

  private static Work decode(List<Photo> photos) {
    return i -> decoded(photos.get(i));
  }

  private static Work encode(List<Photo> photos) throws RejectedException {
    JpegEncoder encoder = new JpegEncoder(Photo.SPEC.jpegQuality(), false);
    List<Pixels> decoded = new ArrayList<>();
    for (Photo photo : photos) {
      decoded.add(decoded(photo));
    }
    return i -> encoder.encode(decoded.get(i));
  }

  private static Pixels decoded(Photo photo) throws RejectedException {
    return SourceImage.inspect(photo.bytes(), Photo.SPEC.maxPixels(), Photo.EXCERPTS::of)
        .decoded()
        .orElseThrow();
  }

  private static Work javaResize(List<Photo> photos) throws IOException {
    List<BufferedImage> read = new ArrayList<>();
    for (Photo photo : photos) {
      read.add(PlainJava.read(photo));
    }
    return i -> PlainJava.resize(photos.get(i), read.get(i));
  }

  private static Work javaEncode(List<Photo> photos) throws IOException {
    List<BufferedImage> resized = new ArrayList<>();
    for (Photo photo : photos) {
      resized.add(PlainJava.resize(photo, PlainJava.read(photo)));
    }
    return i -> PlainJava.write(resized.get(i), PlainJava.QUALITY);
  }

  private static Work example(List<Photo> photos) throws RejectedException {
    List<LabelledImage> images = labelled(photos);
    return i -> Schema.TFDS.serialize(images.get(i));
  }

  private static Work checksum(List<Photo> photos) throws RejectedException {
    List<byte[]> records = new ArrayList<>();
    for (LabelledImage image : labelled(photos)) {
      records.add(Schema.TFDS.serialize(image));
    }
    return i -> RecordFraming.maskedCrc32c(records.get(i));
  }

  private static List<LabelledImage> labelled(List<Photo> photos) throws RejectedException {
    ImageEngine engine = EngineChoice.AUTO.open(Photo.SPEC);
    List<LabelledImage> images = new ArrayList<>();
    for (Photo photo : photos) {
      EncodedImage image = engine.convert(photo.bytes());
      images.add(LabelledImage.of(image, "tulips/" + images.size() + ".jpg", "tulips", 4, 5));
    }
    return images;
  }

  /** How a contestant makes ready, before anything is timed. */
  private interface Opening {
    Work open(List<Photo> photos) throws RejectedException, IOException;
  }
}
