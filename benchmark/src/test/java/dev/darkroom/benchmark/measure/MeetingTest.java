package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingTest {
  @TempDir Path folder;

  private CompletableFuture<Void> attend(int round, int lane) {
    Meeting meeting = new Meeting(folder + "/", 2, Duration.ofSeconds(30));
    return CompletableFuture.runAsync(
        () -> {
          try {
            meeting.attend(round, lane);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void nobodyBeginsBeforeAllAreThere() throws Exception {
    attend(1, 1).cancel(true);
    CompletableFuture<Void> first = attend(0, 0);

    assertThrows(TimeoutException.class, () -> first.get(200, TimeUnit.MILLISECONDS));
    assertFalse(first.isDone(), "who came for another round does not count");

    attend(0, 1).get(20, TimeUnit.SECONDS);
    first.get(20, TimeUnit.SECONDS);
  }

  @Test
  void saysThatTheRunnerDoesNotRunSoMany() {
    Meeting meeting = new Meeting(folder + "/", 3, Duration.ofMillis(1));

    assertEquals(
        "1 of 3 trials came together within 0 s: the runner does not run 3 at once",
        assertThrows(IllegalStateException.class, () -> meeting.attend(0, 0)).getMessage());
  }

  @Test
  void nobodyWaitsForALaneThatFailed() throws Exception {
    CompletableFuture<Void> waiting = attend(0, 0);
    new Meeting(folder + "/", 2, Duration.ofSeconds(30)).callOff(1, new IOException("no disk"));

    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS));
    assertEquals(
        "another lane failed: java.io.IOException: no disk",
        failure.getCause().getCause().getMessage());
  }
}
