package dev.darkroom.transforms.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final SteppingClock clock = new SteppingClock();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long done;
  private OptionalLong total = OptionalLong.empty();

  private Progress progress(boolean terminal) {
    Progress.Source source =
        new Progress.Source() {
          @Override
          public long done(JobMetrics metrics) {
            return done;
          }

          @Override
          public String trouble(JobMetrics metrics) {
            return "1 rejected";
          }

          @Override
          public OptionalLong total() {
            return total;
          }
        };
    return new Progress(source, "img", new PrintStream(out, true, UTF_8), terminal, clock);
  }

  private String shown() {
    String text = out.toString(UTF_8);
    out.reset();
    return text;
  }

  @Test
  void logsNowAndThen() throws IOException {
    Progress progress = progress(false);

    clock.millis = 29_999;
    progress.show(null);
    assertEquals("", shown());

    clock.millis = 30_000;
    progress.show(null);
    assertEquals("listing, 30 s", shown().strip());

    total = OptionalLong.of(1000);
    clock.millis = 60_000;
    progress.show(null);
    assertEquals("0 of 1000 img, 60 s", shown().strip());

    done = 300;
    clock.millis = 90_000;
    progress.show(null);
    assertEquals("300 of 1000 img, 10 img/s, 1 rejected, 70 s left", shown().strip());
  }

  @Test
  void rewritesItsLineOnTerminal() throws IOException {
    Progress progress = progress(true);

    clock.millis = 1000;
    progress.show(null);
    assertEquals("\rlisting, 1 s", shown());

    total = OptionalLong.of(7);
    progress.show(null);
    assertEquals("\r0 of 7 img, 1 s", shown());

    progress.end();
    assertEquals("\r" + " ".repeat(15) + "\r", shown());
  }

  private static final class SteppingClock extends Clock {
    private long millis;

    @Override
    public long millis() {
      return millis;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
