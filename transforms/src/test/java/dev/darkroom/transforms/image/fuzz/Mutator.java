package dev.darkroom.transforms.image.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files, the same way for the same seed. */
final class Mutator {
  private static final int[] AWKWARD = {0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, -1};
  private static final int HEADER_BYTES = 200;

  private final List<byte[]> seeds;

  Mutator(List<byte[]> seeds) {
    this.seeds = List.copyOf(seeds);
  }

  /** The {@code number}-th damaged file: one of the seeds with one to four changes. */
  byte[] file(long number) {
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    byte[] file = seed(random).clone();
    for (int changes = 1 + random.nextInt(4); changes > 0 && file.length > 1; changes--) {
      file = change(file, random);
    }
    return file;
  }

  private byte[] seed(Random random) {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] change(byte[] file, Random random) {
    boolean inHeader = random.nextBoolean();
    int at = random.nextInt(inHeader ? Math.min(HEADER_BYTES, file.length) : file.length);
    int length = Math.min(1 + random.nextInt(64), file.length - at);
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(file, at);
      case 1 -> spliced(file, at, file, at + length);
      case 2 -> spliced(spliced(file, at, noise(length, random), 0), at + length, file, at);
      case 3 -> {
        byte[] other = seed(random);
        yield spliced(file, at, other, random.nextInt(other.length));
      }
      case 4 -> {
        Arrays.fill(file, at, at + length, (byte) random.nextInt());
        yield file;
      }
      case 5 -> awkward(file, at, random);
      default -> {
        file[at] ^= (byte) (1 << random.nextInt(8));
        yield file;
      }
    };
  }

  private static byte[] noise(int length, Random random) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] awkward(byte[] file, int at, Random random) {
    ByteBuffer padded = ByteBuffer.wrap(Arrays.copyOf(file, file.length + 4));
    int value = AWKWARD[random.nextInt(AWKWARD.length)];
    if (random.nextBoolean()) {
      padded.putInt(at, random.nextBoolean() ? value : Integer.reverseBytes(value));
    } else {
      padded.putShort(at, (short) value);
    }
    return Arrays.copyOf(padded.array(), file.length);
  }

  /** The first file up to a place, and then the second one from a place on. */
  private static byte[] spliced(byte[] first, int end, byte[] second, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first, 0, Math.min(end, first.length));
    int start = Math.min(from, second.length);
    out.write(second, start, second.length - start);
    return out.toByteArray();
  }
}
