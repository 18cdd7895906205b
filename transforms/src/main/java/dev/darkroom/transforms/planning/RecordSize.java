package dev.darkroom.transforms.planning;

import dev.darkroom.transforms.convert.Conversion;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.tfrecord.format.RecordFraming;
import java.util.zip.Deflater;

/** What records take up in their shard. Not thread-safe. */
final class RecordSize {
  private final boolean gzip;
  private final byte[] scratch = new byte[1 << 16];

  /**
   * @param gzip whether shards are compressed; a record then counts as if it were compressed alone
   */
  RecordSize(boolean gzip) {
    this.gzip = gzip;
  }

  /** A file that is rejected takes no room. */
  long of(Conversion conversion) {
    try {
      return of(conversion.record().bytes());
    } catch (RejectedException e) {
      return 0;
    }
  }

  long of(byte[] record) {
    return gzip ? deflated(record) + RecordFraming.OVERHEAD_BYTES : framed(record);
  }

  private static long framed(byte[] record) {
    return RecordFraming.framedLength(record.length);
  }

  private long deflated(byte[] record) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(record);
      deflater.finish();
      while (!deflater.finished()) {
        deflater.deflate(scratch);
      }
      return deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }
}
