package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.AnchoredClock;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Notes when something was written to it, by the clock that rows are stamped with. */
final class StampedStream extends OutputStream {
  private final List<Long> millis = new ArrayList<>();

  @Override
  public synchronized void write(int b) {
    millis.add(AnchoredClock.epochMillis());
  }

  synchronized List<Long> between(long first, long last) {
    return millis.stream().filter(instant -> instant >= first && instant <= last).toList();
  }
}
