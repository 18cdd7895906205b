package dev.darkroom.transforms.run;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.OptionalLong;

/**
 * Tells how far a job is: a line that rewrites itself on a terminal, a line now and then elsewhere.
 * Not thread-safe.
 */
public final class Progress {
  /** How much is done, as far as known. */
  public interface Source {
    /** Items done, rejected ones included. */
    long done(JobMetrics metrics);

    /** What went wrong so far, in two words. */
    String trouble(JobMetrics metrics);

    /** Items to do, once known. */
    OptionalLong total() throws IOException;
  }

  private static final long MILLIS_BETWEEN_LOG_LINES = 30_000;

  private final Source source;
  private final String unit;
  private final PrintStream out;
  private final boolean terminal;
  private final Clock clock;
  private final long begun;
  private long lastLine;
  private long firstDoneAt;
  private OptionalLong total = OptionalLong.empty();
  private int shownLength;

  /** Shows progress on {@code out}, which is taken for a terminal if the process has one. */
  public static Progress onConsole(Source source, String unit, PrintStream out, Clock clock) {
    return new Progress(source, unit, out, Terminal.isAttached(), clock);
  }

  /**
   * @param unit what is counted, short: {@code img}
   * @param terminal whether {@code out} is one, so that a line can be rewritten
   */
  Progress(Source source, String unit, PrintStream out, boolean terminal, Clock clock) {
    this.source = source;
    this.unit = unit;
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.begun = clock.millis();
    this.firstDoneAt = begun;
    this.lastLine = begun;
  }

  void show(JobMetrics metrics) throws IOException {
    long now = clock.millis();
    if (!terminal && now - lastLine < MILLIS_BETWEEN_LOG_LINES) {
      return;
    }
    lastLine = now;
    if (!total.isPresent()) {
      total = source.total();
    }
    String line = line(source.done(metrics), source.trouble(metrics), now);
    if (terminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, shownLength - line.length())));
      out.flush();
      shownLength = line.length();
    } else {
      out.println(line);
    }
  }

  String line(long done, String trouble, long now) {
    if (done == 0) {
      firstDoneAt = now;
      String waiting = total.isPresent() ? "0 of " + total.getAsLong() + " " + unit : "listing";
      return String.format("%s, %d s", waiting, (now - begun) / 1000);
    }
    double seconds = Math.max(1, now - firstDoneAt) / 1000.0;
    double rate = done / seconds;
    String of = total.isPresent() ? " of " + total.getAsLong() : "";
    String left =
        total.isPresent()
            ? String.format(", %.0f s left", Math.max(0, total.getAsLong() - done) / rate)
            : "";
    return String.format("%d%s %s, %.0f %s/s, %s%s", done, of, unit, rate, unit, trouble, left);
  }

  void end() {
    if (terminal && shownLength > 0) {
      out.print("\r" + " ".repeat(shownLength) + "\r");
      out.flush();
    }
  }
}
