package dev.darkroom.benchmark.conversion;

import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.image.ImageEngine;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.run.ProcessUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The most a conversion can reach: the image code alone, warm, on bytes that are in memory. Files
 * are read in batches before each batch is converted; only the converting is timed.
 *
 * <pre>{@code
 * Ceiling FOLDER THREADS
 * }</pre>
 */
final class Ceiling {
  private static final long BATCH_BYTES = 128 << 20;
  private static final int WARM_UP_IMAGES = 3_000;

  private final ImageEngine engine =
      EngineChoice.AUTO.open(ImageSpec.builder().width(192).height(192).build());
  private final ExecutorService executor;
  private final int threads;
  private long nanos;
  private double cpuSeconds;

  private Ceiling(ExecutorService executor, int threads) {
    this.executor = executor;
    this.threads = threads;
  }

  /** Prints what was measured. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    List<Path> files = new ArrayList<>(ImageFolder.files(Path.of(args[0])));
    Collections.shuffle(files, new Random(0)); // Folders are classes, and classes differ in size.
    int threads = Integer.parseInt(args[1]);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Path> first = files.subList(0, Math.min(files.size(), WARM_UP_IMAGES));
      new Ceiling(executor, threads).convert(first);
      Ceiling measured = new Ceiling(executor, threads);
      measured.convert(files);
      System.out.println(
          RunReport.ceiling(files.size(), measured.nanos / 1e9, measured.cpuSeconds));
    } finally {
      executor.shutdownNow();
    }
  }

  private void convert(List<Path> files)
      throws IOException, InterruptedException, ExecutionException {
    List<byte[]> batch = new ArrayList<>();
    long bytes = 0;
    for (Path file : files) {
      byte[] source = Files.readAllBytes(file);
      batch.add(source);
      bytes += source.length;
      if (bytes >= BATCH_BYTES) {
        convertBatch(batch);
        batch.clear();
        bytes = 0;
      }
    }
    convertBatch(batch);
  }

  private void convertBatch(List<byte[]> batch) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int i = next.getAndIncrement(); i < batch.size(); i = next.getAndIncrement()) {
            convertOne(batch.get(i));
          }
          return null;
        };
    double cpuBefore = ProcessUsage.cpuSeconds();
    long before = System.nanoTime();
    for (Future<Void> done : executor.invokeAll(Collections.nCopies(threads, worker))) {
      done.get();
    }
    nanos += System.nanoTime() - before;
    cpuSeconds += ProcessUsage.cpuSeconds() - cpuBefore;
  }

  private void convertOne(byte[] source) throws RejectedException {
    if (engine.convert(source).bytes().length == 0) {
      throw new IllegalStateException("an image was converted to nothing");
    }
  }
}
