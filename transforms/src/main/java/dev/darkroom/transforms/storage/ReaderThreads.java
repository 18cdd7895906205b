package dev.darkroom.transforms.storage;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that wait for storage. */
public final class ReaderThreads {
  private ReaderThreads() {}

  /**
   * Up to {@code count} threads, which do not keep the process alive; to be shut down by the
   * caller.
   */
  public static ExecutorService start(int count) {
    return Executors.newFixedThreadPool(
        count, new ThreadFactoryBuilder().setDaemon(true).setNameFormat("read-ahead-%d").build());
  }
}
