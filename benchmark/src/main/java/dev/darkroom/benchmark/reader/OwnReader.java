package dev.darkroom.benchmark.reader;

import dev.darkroom.transforms.storage.StoredFiles;
import dev.darkroom.transforms.tfrecord.format.RecordReader;
import java.io.IOException;

/** {@link RecordReader}, as {@code verify} and {@code measure} use it. */
final class OwnReader implements Contender {
  @Override
  public String name() {
    return "RecordReader";
  }

  @Override
  public Reading read(String uri) throws IOException {
    Reading.Stopwatch watch = new Reading.Stopwatch();
    long records = 0;
    long bytes = 0;
    try (RecordReader reader = new RecordReader(StoredFiles.open(uri))) {
      for (byte[] record = reader.next(); record != null; record = reader.next()) {
        records++;
        bytes += record.length;
      }
    }
    return watch.stop(records, bytes);
  }
}
