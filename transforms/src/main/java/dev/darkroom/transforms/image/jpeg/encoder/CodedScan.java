package dev.darkroom.transforms.image.jpeg.encoder;

import dev.darkroom.transforms.image.jpeg.Stuffing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The coded data of a scan, filled up to whole bytes with ones (ITU-T T.81, F.1.2.3). */
final class CodedScan {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final byte ONES = (byte) 0xFF;

  private final byte[] data;
  private int length;
  private long head;
  private int filled;

  CodedScan(HuffmanCodes codes, Symbols symbols) {
    data = new byte[Math.toIntExact(codes.bits() / Byte.SIZE + 2 * Long.BYTES)];
    for (int[] chunk : symbols.entries()) {
      add(chunk, codes);
    }
    if (filled > 0) {
      data[length++] = (byte) ((head >>> (Long.SIZE - Byte.SIZE)) | (0xFF >> filled));
    }
  }

  private void add(int[] entries, HuffmanCodes codes) {
    byte[] data = this.data;
    int length = this.length;
    long head = this.head;
    int filled = this.filled;
    for (int entry : entries) {
      long code = codes.code(Symbols.symbol(entry));
      filled += HuffmanCodes.length(code);
      head |= (HuffmanCodes.bits(code) | Symbols.value(entry)) << (Long.SIZE - filled);
      LONG.set(data, length, head);
      length += filled >> 3;
      head <<= filled & -Byte.SIZE;
      filled &= Byte.SIZE - 1;
    }
    this.length = length;
    this.head = head;
    this.filled = filled;
  }

  /** Bytes of the data with the zeroes that follow each 0xFF. */
  int stuffedLength() {
    int stuffed = length;
    for (int i = 0; i < length; i += Long.BYTES) {
      if (Stuffing.concerns((long) LONG.get(data, i))) {
        stuffed += ones(i);
      }
    }
    return stuffed;
  }

  private int ones(int from) {
    int ones = 0;
    for (int i = from; i < Math.min(length, from + Long.BYTES); i++) {
      if (data[i] == ONES) {
        ones++;
      }
    }
    return ones;
  }

  /** Copies them. */
  void copyTo(byte[] to, int at) {
    int next = at;
    for (int i = 0; i < length; i += Long.BYTES) {
      long eight = (long) LONG.get(data, i);
      if (i + Long.BYTES <= length && !Stuffing.concerns(eight)) {
        LONG.set(to, next, eight);
        next += Long.BYTES;
      } else {
        next = copyBytes(i, to, next);
      }
    }
  }

  private int copyBytes(int from, byte[] to, int at) {
    int next = at;
    for (int i = from; i < Math.min(length, from + Long.BYTES); i++) {
      to[next++] = data[i];
      if (data[i] == ONES) {
        to[next++] = 0;
      }
    }
    return next;
  }
}
