package dev.darkroom.benchmark.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.bucket.conditions.Conditions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketArgumentsTest {
  @Test
  void readsEveryFlag(@TempDir Path folder) {
    BucketSettings settings =
        BucketArguments.parse(
            "--input=" + folder,
            "--bucket=my-photos,results",
            "--host=0.0.0.0",
            "--port=8080",
            "--writes=scratch",
            "--latency=lognormal:80,300",
            "--connectionBandwidth=25",
            "--bandwidth=100.5",
            "--requestsPerSecond=1000",
            "--faults=429:0.01,503:0.02,reset:0.03,truncate:0.04",
            "--seed=-7");
    assertEquals(Optional.of(folder), settings.folder());
    assertEquals(List.of("my-photos", "results"), settings.buckets());
    assertEquals("0.0.0.0", settings.host());
    assertEquals(8080, settings.port());
    assertEquals(Optional.of(Path.of("scratch")), settings.writes());
    Conditions conditions = settings.conditions();
    assertEquals("lognormal:80,300", conditions.latency().toString());
    assertEquals(25e6, conditions.connectionBytesPerSecond());
    assertEquals(100.5e6, conditions.totalBytesPerSecond());
    assertEquals(1000, conditions.requestsPerSecond());
    assertEquals(0.01, conditions.faults().tooManyRequests());
    assertEquals(0.02, conditions.faults().unavailable());
    assertEquals(0.03, conditions.faults().reset());
    assertEquals(0.04, conditions.faults().truncated());
    assertEquals(-7, conditions.seed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--input=/no/such/folder",
        "--bucket=",
        "--bucket=UPPER",
        "--bucket=photos,",
        "--port=70000",
        "--port=x",
        "--latency=fast",
        "--bandwidth=0",
        "--connectionBandwidth=x",
        "--requestsPerSecond=-1",
        "--faults=404:1",
        "--faults=503:2",
        "--seed=x",
        "--speed=9"
      })
  void namesTheFlagThatIsWrong(String flag) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> BucketArguments.parse(flag));
    String name = flag.replaceFirst("^--(\\w+)=.*", "$1");
    assertTrue(e.getMessage().contains(name), e.getMessage());
  }
}
