package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.transforms.image.ImageFormat;
import java.io.IOException;
import java.util.List;
import javax.annotation.Nullable;

/** What was read. Filled only while no clock runs, for hashing takes time. Not thread-safe. */
final class Tally {
  private final StageTimes times = new StageTimes();
  private Fingerprint pass = new Fingerprint();
  private long images;
  private long storageBytes;
  private long imageBytes;
  private long requests;

  /** Takes in images, and looks into the records that nothing has looked into. */
  void add(List<ReadImage> some) throws IOException {
    for (ReadImage image : some) {
      images++;
      storageBytes += image.storageBytes;
      requests += image.nanos.has(Stage.OPEN) ? 1 : 0;
      times.add(image.nanos);
      if (image.isRecord) {
        ImageRecord record = ImageRecord.parse(image.bytes);
        print(record.image(), record.name());
      } else {
        print(image.bytes, image.name);
      }
    }
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
    pass = new Fingerprint();
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
