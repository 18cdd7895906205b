package dev.darkroom.benchmark.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One read after the other, in the calling thread. */
final class SerialPass implements Pass {
  private final int batchSize;

  SerialPass(int batchSize) {
    this.batchSize = batchSize;
  }

  @Override
  public void run(List<ReadTask> tasks, ImageWork work, PauseClock clock, Tally tally)
      throws IOException {
    Batch batch = new Batch(clock, tally);
    try {
      clock.start();
      batch.begin();
      for (ReadTask task : tasks) {
        task.run(work, batch);
      }
    } finally {
      clock.stop();
      batch.settle();
    }
  }

  private final class Batch implements ReadTask.Sink {
    private final PauseClock clock;
    private final Tally tally;
    private final List<ReadImage> images = new ArrayList<>();
    private long begunAt;

    Batch(PauseClock clock, Tally tally) {
      this.clock = clock;
      this.tally = tally;
    }

    void begin() {
      begunAt = System.nanoTime();
    }

    @Override
    public void accept(ReadImage image) throws IOException {
      images.add(image);
      if (images.size() == batchSize) {
        clock.stop();
        settle();
        clock.start();
        begin();
      }
    }

    void settle() throws IOException {
      if (!images.isEmpty()) {
        tally.addBatch(System.nanoTime() - begunAt);
        tally.add(images);
        images.clear();
      }
    }
  }
}
