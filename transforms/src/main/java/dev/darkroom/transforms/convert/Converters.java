package dev.darkroom.transforms.convert;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The converting threads of a process: one for each processor, and one more for each that hangs in
 * a decoder. Thread-safe.
 */
final class Converters {
  /** Those that all shards of this process share. */
  static final Converters SHARED = new Converters(Runtime.getRuntime().availableProcessors());

  private final int processors;
  private final ThreadPoolExecutor threads;

  Converters(int processors) {
    this.processors = processors;
    this.threads =
        new ThreadPoolExecutor(
            processors,
            Integer.MAX_VALUE,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            new ThreadFactoryBuilder().setDaemon(true).setNameFormat("converter-%d").build());
  }

  int processors() {
    return processors;
  }

  void submit(Batch batch) {
    threads.execute(batch::convert);
  }

  /** A thread hangs: another one takes its place. */
  synchronized void replaceOne() {
    threads.setCorePoolSize(threads.getCorePoolSize() + 1);
  }
}
