package dev.darkroom.transforms.convert;

import com.google.common.util.concurrent.Monitor;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The memory that large images take while they are converted, granted in the order in which it is
 * asked for. An image that needs more than there is gets it once no other is at work. Thread-safe.
 */
final class MemoryBudget {
  /** Images that need no more than this are small: they never ask, and never wait. */
  static final long SMALL = 16 << 20;

  private final long total;
  private final Monitor monitor = new Monitor();
  private final Queue<Share> waiting = new ArrayDeque<>();
  private long taken;
  private int atWork;

  MemoryBudget(long total) {
    this.total = total;
  }

  /**
   * What a heap of at most so many bytes has for images: half of it. G1 leaves large arrays where
   * they are, and each needs its room in one piece: with three quarters, 400 MB were not to be had
   * with 437 free.
   */
  static MemoryBudget ofHeap(long mostBytes) {
    return new MemoryBudget(mostBytes / 2);
  }

  /** The share of one image, of nothing yet. */
  Share share() {
    return new Share();
  }

  /** What one image was granted. For the thread that converts it, but for {@link #giveUp}. */
  final class Share {
    private long bytes;
    private boolean givenUp;

    private Share() {}

    /** Whether the image may take so much without waiting. */
    boolean covers(long wanted) {
      return wanted <= Math.max(bytes, SMALL);
    }

    /** Waits for so much, in place of what was granted before. */
    void await(long wanted) {
      giveBack();
      monitor.enter();
      try {
        waiting.add(this);
        monitor.waitForUninterruptibly(monitor.newGuard(() -> isNext(wanted)));
        waiting.remove();
        bytes = wanted;
        taken += wanted;
        atWork++;
      } finally {
        monitor.leave();
      }
    }

    private boolean isNext(long wanted) {
      return waiting.peek() == this && (atWork == 0 || wanted <= total - taken);
    }

    /** The image takes no memory any more. */
    void giveBack() {
      if (bytes == 0) {
        return;
      }
      monitor.enter();
      try {
        taken -= bytes;
        bytes = 0;
        atWork -= givenUp ? 0 : 1;
      } finally {
        monitor.leave();
      }
    }

    /**
     * Nobody waits for the image any more, whose decoder may never end: what it takes stays taken
     * until it does, but whoever else is alone gets what it needs.
     */
    void giveUp() {
      monitor.enter();
      try {
        atWork -= bytes == 0 ? 0 : 1;
        givenUp = true;
      } finally {
        monitor.leave();
      }
    }
  }
}
