package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.source.TiffDirectory;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.util.Set;

/** A TIFF file less its other pages, and less all tags that say nothing of the first's samples. */
final class BareTiff {
  private static final Set<Integer> NEEDED =
      Set.of(
          256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324,
          325, 332, 338, 339, 347, 512, 513, 514, 515, 519, 520, 521, 529, 530, 531, 532);

  private BareTiff() {}

  static byte[] of(byte[] tiff) throws RejectedException {
    TiffDirectory tags = new TiffDirectory(tiff);
    byte[] bare = tiff.clone();
    int kept = 0;
    for (int i = 0; i < tags.count(); i++) {
      if (NEEDED.contains(tags.tag(i))) {
        tags.check(i);
        System.arraycopy(tiff, tags.entry(i), bare, tags.entry(kept++), tags.entryBytes());
      }
    }
    ByteBuffer buffer = ByteBuffer.wrap(bare).order(tags.buffer().order());
    int link = tags.entry(kept);
    if (tags.countBytes() == 2) {
      buffer.putShort(tags.start(), (short) kept).putInt(link, 0);
    } else {
      buffer.putLong(tags.start(), kept).putLong(link, 0);
    }
    return bare;
  }
}
