package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.transforms.image.source.ImageFormat;
import java.io.IOException;
import java.util.List;
import javax.annotation.Nullable;

/** What was read. Not thread-safe. */
final class Tally {
  private final boolean whole;
  private final StageTimes times = new StageTimes();
  private Fingerprint pass;
  private long images;
  private long storageBytes;
  private long imageBytes;
  private long requests;

  private Tally(boolean whole) {
    this.whole = whole;
    this.pass = newPass();
  }

  private Fingerprint newPass() {
    return whole ? Fingerprint.ofAllBytes() : Fingerprint.ofSomeBytes();
  }

  /**
   * Looks into records that nothing has looked into, and at every byte of an image; to be filled
   * while no clock runs.
   */
  static Tally ofAllBytes() {
    return new Tally(true);
  }

  /** Looks at some bytes of each image, and takes a record for one where nobody has parsed it. */
  static Tally ofSomeBytes() {
    return new Tally(false);
  }

  /** Takes in images. */
  void add(List<ReadImage> some) throws IOException {
    for (ReadImage image : some) {
      add(image);
    }
  }

  void add(ReadImage image) throws IOException {
    images++;
    storageBytes += image.storageBytes;
    requests += image.nanos.has(Stage.OPEN) ? 1 : 0;
    times.add(image.nanos);
    if (!image.isRecord) {
      print(image.bytes, image.name);
    } else if (whole) {
      ImageRecord record = ImageRecord.parse(image.bytes);
      print(record.image(), record.name());
    } else {
      imageBytes += image.bytes.length;
      pass.add(image.bytes, null);
    }
  }

  /** Takes in all that another tally has. */
  void add(Tally other) {
    images += other.images;
    storageBytes += other.storageBytes;
    imageBytes += other.imageBytes;
    requests += other.requests;
    times.add(other.times);
    pass.add(other.pass);
  }

  private void print(byte[] image, @Nullable String name) throws IOException {
    if (ImageFormat.sniff(image).isEmpty()) {
      throw new IOException((name == null ? "what a record holds" : name) + " is no image");
    }
    imageBytes += image.length;
    pass.add(image, name);
  }

  /** Takes in a batch's latency. */
  void addBatch(long nanos) {
    times.add(Stage.BATCH, nanos);
  }

  /** Ends a pass. */
  Fingerprint endPass() {
    Fingerprint ended = pass;
    pass = newPass();
    return ended;
  }

  StageTimes times() {
    return times;
  }

  long images() {
    return images;
  }

  long storageBytes() {
    return storageBytes;
  }

  long imageBytes() {
    return imageBytes;
  }

  long requests() {
    return requests;
  }
}
