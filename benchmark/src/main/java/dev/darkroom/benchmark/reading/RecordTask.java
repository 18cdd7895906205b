package dev.darkroom.benchmark.reading;

import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.transforms.tfrecord.format.CorruptRecordException;
import dev.darkroom.transforms.tfrecord.format.RecordReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;

/** Reads ranges of records, one after the other, each with an open of its own. */
final class RecordTask implements ReadTask {
  /** Allocated once a thread: the allocation takes longer than a short range. */
  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(RecordReader.BUFFER_BYTES));

  private final RecordSet set;
  private final ImmutableList<RecordRange> ranges;
  private final boolean exact;

  /**
   * @param exact whether to ask the storage for no more than the ranges hold; needs an index
   */
  RecordTask(RecordSet set, List<RecordRange> ranges, boolean exact) {
    this.set = set;
    this.ranges = ImmutableList.copyOf(ranges);
    this.exact = exact;
  }

  @Override
  public long images() {
    return ranges.stream().mapToLong(RecordRange::count).sum();
  }

  @Override
  public void run(ImageWork work, Sink sink) throws IOException {
    for (RecordRange range : ranges) {
      try {
        read(range, work, sink);
      } catch (CorruptRecordException e) {
        throw new IOException(uri(range) + ", " + e.getMessage(), e);
      }
    }
  }

  private String uri(RecordRange range) {
    return set.shards().get(range.shard()).uri();
  }

  private void read(RecordRange range, ImageWork work, Sink sink) throws IOException {
    MeteredChannel.Meter meter = new MeteredChannel.Meter();
    long before = System.nanoTime();
    try (ReadableByteChannel file = set.open(range, meter, exact)) {
      long opened = System.nanoTime() - before;
      // A gzip stream reads its header as it is opened.
      long waited = meter.firstByteNanos() + meter.readNanos();
      RecordReader reader =
          new RecordReader(file, RecordReader.DEFAULT_MAX_PAYLOAD_BYTES, BUFFER.get());
      for (long i = 0; i < range.count(); i++) {
        StageNanos nanos = new StageNanos();
        if (i == 0) {
          nanos.set(Stage.OPEN, opened - waited);
        }
        before = System.nanoTime();
        byte[] record = reader.next();
        long took = System.nanoTime() - before + (i == 0 ? waited : 0);
        if (record == null) {
          throw new IOException(
              uri(range)
                  + " ends after "
                  + (range.first() + i)
                  + " records, but is said to have more");
        }
        if (i == 0) {
          nanos.set(Stage.FIRST_BYTE, meter.firstByteNanos());
        }
        nanos.set(Stage.READ, meter.readNanos());
        nanos.set(Stage.CRC, took - meter.firstByteNanos() - meter.readNanos());
        sink.accept(work.record(record, meter.bytes(), nanos));
        meter.reset();
      }
    }
  }
}
