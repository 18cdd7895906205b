package dev.darkroom.benchmark.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.benchmark.bucket.conditions.Faults;
import dev.darkroom.benchmark.bucket.conditions.Latency;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of the conditions. Times are bounded from below only: machines are busy. */
class ConditionsTest {
  private static final byte[] CONTENT = FileSystemsContract.noise(200_000);

  private static Conditions.Builder faults(String text) {
    return Conditions.builder().faults(Faults.parse(text));
  }

  private static double seconds(Callable<?> action) throws Exception {
    long begin = System.nanoTime();
    action.call();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Does something so many times at once. */
  private static void atOnce(int times, Callable<?> action) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(times);
    try {
      List<Callable<Object>> actions = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        actions.add(action::call);
      }
      for (Future<Object> done : executor.invokeAll(actions)) {
        done.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void latencyHoldsResponsesBackOneByOne() throws Exception {
    try (HttpBucket bucket = HttpBucket.inMemory()) {
      bucket.put("a", CONTENT);
      bucket.emulated().setConditions(Conditions.builder().latency(Latency.fixed(50)).build());
      double took =
          seconds(
              () -> {
                bucket.media("a");
                bucket.json("/o/a");
                return bucket.json("/o");
              });
      assertTrue(took >= 0.150, "three requests in " + took);
    }
  }

  /** All wait before any is answered, on two threads. */
  @Test
  void latenciesOverlap() throws Exception {
    try (HttpBucket bucket = HttpBucket.inMemory()) {
      bucket.put("a", CONTENT);
      bucket.emulated().setConditions(Conditions.builder().latency(Latency.fixed(1000)).build());
      atOnce(50, () -> bucket.media("a"));
      assertEquals(50, bucket.counts().mostAtOnce());
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 0.2", "false, 0.4"})
  void bandwidthIsEachConnectionsOrAllOfThem(boolean each, double least) throws Exception {
    try (HttpBucket bucket = HttpBucket.inMemory()) {
      bucket.put("a", CONTENT);
      bucket
          .emulated()
          .setConditions(
              each
                  ? Conditions.builder().connectionBytesPerSecond(1e6).build()
                  : Conditions.builder().totalBytesPerSecond(1e6).build());
      double took =
          seconds(
              () -> {
                atOnce(2, () -> bucket.media("a"));
                return 0;
              });
      assertTrue(took >= least, "400,000 bytes in " + took);
      double upload = seconds(() -> bucket.put("b", CONTENT));
      assertTrue(upload >= 0.2, "200,000 bytes up in " + upload);
      assertEquals(200_000, bucket.media("b").body().length);
    }
  }

  /** A slow transfer does not keep a small one waiting. */
  @Test
  void transfersShareEvenly() throws Exception {
    try (HttpBucket bucket = HttpBucket.inMemory()) {
      bucket.put("large", FileSystemsContract.noise(1_000_000));
      bucket.put("small", FileSystemsContract.noise(20_000));
      bucket.emulated().setConditions(Conditions.builder().totalBytesPerSecond(1e6).build());
      ExecutorService executor = Executors.newSingleThreadExecutor();
      try {
        Future<HttpResponse<byte[]>> large = executor.submit(() -> bucket.media("large"));
        while (bucket.counts().bytesSent() < 100_000) {
          Thread.onSpinWait();
        }
        bucket.media("small");
        assertTrue(!large.isDone());
        assertEquals(1_000_000, large.get().body().length);
      } finally {
        executor.shutdownNow();
      }
    }
  }

  @Test
  void requestsBeyondTheLimitAreAnswered429() throws Exception {
    try (HttpBucket bucket = HttpBucket.under(Conditions.builder().requestsPerSecond(0.01))) {
      assertEquals(200, bucket.get("/o").statusCode());
      HttpResponse<byte[]> second = bucket.get("/o");
      assertEquals(429, second.statusCode());
      assertEquals(
          "rateLimitExceeded", HttpBucket.json(second).at("/error/errors/0/reason").asText());
      assertEquals(1, bucket.counts().of(RequestKind.LIST, Outcome.OVER_LIMIT));
    }
  }

  @ParameterizedTest
  @CsvSource({"429:1, 429, TOO_MANY_REQUESTS", "503:1, 503, UNAVAILABLE"})
  void answersWithErrors(String faults, int status, Outcome outcome) throws Exception {
    try (HttpBucket bucket = HttpBucket.under(faults(faults))) {
      assertEquals(status, bucket.put("a", CONTENT).statusCode());
      assertEquals(status, bucket.get("/o").statusCode());
      assertEquals(2, bucket.counts().of(outcome));
      bucket.emulated().setConditions(Conditions.builder().build());
      assertEquals(404, bucket.media("a").statusCode());
    }
  }

  /** Half of all resets come before the request has an effect, half after. */
  @Test
  void resetsConnections() throws Exception {
    try (HttpBucket bucket = HttpBucket.under(faults("reset:1"))) {
      for (int i = 0; i < 20; i++) {
        String name = "object-" + i;
        assertThrows(IOException.class, () -> bucket.put(name, CONTENT));
      }
      assertEquals(20, bucket.counts().of(Outcome.RESET));
      bucket.emulated().setConditions(Conditions.builder().build());
      int written = bucket.json("/o").path("items").size();
      assertTrue(written > 0 && written < 20, written + " written");
    }
  }

  /** Not closed, which a client can take for the end of the content. */
  @Test
  void aResetIsAResetOfTheConnection() throws Exception {
    try (HttpBucket bucket = HttpBucket.inMemory()) {
      bucket.put("a", CONTENT);
      bucket.emulated().setConditions(faults("reset:1").build());
      URI uri = URI.create(bucket.url("", "/o/a?alt=media"));
      for (int i = 0; i < 10; i++) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
          socket.getOutputStream().write(("GET " + uri + " HTTP/1.1\r\n\r\n").getBytes(UTF_8));
          InputStream in = socket.getInputStream();
          SocketException e = assertThrows(SocketException.class, in::readAllBytes);
          assertTrue(e.getMessage().contains("reset"), e.getMessage());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200_000, 1})
  void truncatesContentAlone(int size) throws Exception {
    try (HttpBucket bucket = HttpBucket.under(faults("truncate:1"))) {
      bucket.put("a", FileSystemsContract.noise(size));
      bucket.put("empty", new byte[0]);
      IOException e = assertThrows(IOException.class, () -> bucket.media("a"));
      assertTrue(e.toString().contains("fixed content-length: " + size), e.toString());
      assertEquals(0, bucket.media("empty").body().length);
      assertEquals(2, bucket.json("/o").path("items").size());
      assertEquals(2, bucket.counts().of(Outcome.TRUNCATED));
    }
  }

  @Test
  void countsWhatHappened() throws Exception {
    try (HttpBucket bucket = HttpBucket.inMemory()) {
      bucket.put("a", CONTENT);
      RequestCounts before = bucket.counts();
      bucket.media("a", "Range", "bytes=0-99");
      bucket.media("b");
      bucket.json("/o/a?fields=name");
      RequestCounts counts = bucket.counts().since(before);
      assertEquals(3, counts.total());
      assertEquals(1, counts.of(RequestKind.MEDIA, Outcome.OK));
      assertEquals(1, counts.of(Outcome.NOT_FOUND));
      assertEquals(0, counts.bytesReceived());
      assertTrue(
          bucket
              .counts()
              .toString()
              .matches(
                  "requests: metadata 1, media 2 \\(1 not found\\), upload 1;"
                      + " 0\\.0 MB sent, 0\\.2 MB received, at most \\d at once"),
          bucket.counts().toString());
    }
  }
}
