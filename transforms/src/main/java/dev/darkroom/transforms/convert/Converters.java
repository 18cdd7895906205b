package dev.darkroom.transforms.convert;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.darkroom.transforms.storage.ReadPace;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The converting threads of a process: one for each processor, and one more for each that hangs in
 * a decoder. Thread-safe.
 */
final class Converters {
  /** Those that all shards of this process share. */
  static final Converters SHARED =
      new Converters(
          Runtime.getRuntime().availableProcessors(),
          MemoryBudget.ofHeap(Runtime.getRuntime().maxMemory()),
          Runtime.getRuntime().maxMemory() / 8);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final int processors;
  private final MemoryBudget memory;
  private final long mostBytesAhead;
  private final AtomicLong bytesAhead = new AtomicLong();
  private final ReadPace pace;
  private final ThreadPoolExecutor threads;
  private final Set<Batch> running = ConcurrentHashMap.newKeySet();

  /**
   * @param mostBytesAhead of how many bytes the files are that are handed over ahead of need
   */
  Converters(int processors, MemoryBudget memory, long mostBytesAhead) {
    this.processors = processors;
    this.memory = memory;
    this.mostBytesAhead = mostBytesAhead;
    this.pace = new ReadPace(processors);
    this.threads =
        new ThreadPoolExecutor(
            processors,
            Integer.MAX_VALUE,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            daemons("converter-%d"));
    daemons("converter-watch").newThread(this::watch).start();
  }

  private static ThreadFactory daemons(String nameFormat) {
    return new ThreadFactoryBuilder().setDaemon(true).setNameFormat(nameFormat).build();
  }

  int processors() {
    return processors;
  }

  /** How fast they use files up. */
  ReadPace pace() {
    return pace;
  }

  /** What their images take. */
  MemoryBudget memory() {
    return memory;
  }

  /** Whether files may be handed over that nobody waits for yet. */
  boolean haveRoom() {
    return bytesAhead.get() < mostBytesAhead;
  }

  /** Converts the files of a batch, which take memory until they are let go. */
  void handOver(Batch batch) {
    bytesAhead.addAndGet(batch.bytes());
    submit(batch);
  }

  /** What became of a batch is nobody's any more but the caller's. */
  void letGo(Batch batch) {
    bytesAhead.addAndGet(-batch.bytes());
  }

  private void submit(Batch batch) {
    threads.execute(() -> convert(batch));
  }

  private void convert(Batch batch) {
    running.add(batch);
    if (batch.convert()) {
      running.remove(batch);
    } else {
      add(-1);
    }
  }

  private void watch() {
    while (true) {
      Uninterruptibles.sleepUninterruptibly(BETWEEN_LOOKS);
      running.forEach(this::goOnIfOverdue);
    }
  }

  private void goOnIfOverdue(Batch batch) {
    if (batch.giveUpIfOverdue()) {
      add(1);
      submit(batch);
    }
  }

  private synchronized void add(int count) {
    threads.setCorePoolSize(threads.getCorePoolSize() + count);
  }
}
