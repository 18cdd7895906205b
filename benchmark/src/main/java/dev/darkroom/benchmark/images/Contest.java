package dev.darkroom.benchmark.images;

import com.google.common.base.Splitter;
import dev.darkroom.benchmark.conversion.ImageFolder;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.run.ProcessUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Contestants that take turns in one JVM: each iteration is one contestant's way through all
 * photos, and as many iterations as there are contestants make a round. Each round has its own
 * order, so that nobody always pays for what the same other one left behind.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Contest {
  private static final double LEAST_SECONDS = 0.6;

  /** A contestant's, in a round: the JVM compiles for hundreds of images. */
  private static final int WARMING_IMAGES = 300;

  /** For those whose images take longer. */
  private static final double MOST_WARMING_SECONDS = 6;

  /** The folder of photos. */
  @Param("target/samples")
  String folder;

  /** Names of contestants, with spaces between them. */
  @Param("TENSORFLOW_ENGINE IMGSCALR_ENGINE")
  String contestants;

  private final List<Turn> round = new ArrayList<>();
  private int photos;
  private int turns;
  private boolean warmingUp;

  /** What an iteration did. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Did {
    /** Whose turn it was: a place in the list of contestants, from 0. */
    public long place;

    /** How many photos went through. */
    public long images;

    /** Processor time of all threads of the process, in nanoseconds. */
    public long cpuNanos;

    /** The most memory that was ever resident. */
    public long peakBytes;
  }

  /** Reads the photos and makes all contestants ready. */
  @Setup
  public void open() throws IOException, RejectedException {
    List<Photo> read = new ArrayList<>();
    for (Path file : ImageFolder.files(Path.of(folder))) {
      read.add(new Photo(Files.readAllBytes(file)));
    }
    photos = read.size();
    for (String name : Splitter.on(' ').split(contestants)) {
      round.add(new Turn(round.size(), Contestant.valueOf(name).open(read)));
    }
  }

  /** Notes whether this iteration counts. */
  @Setup(Level.Iteration)
  public void note(IterationParams iteration) {
    warmingUp = iteration.getType() == IterationType.WARMUP;
    if (turns % round.size() == 0) {
      Collections.shuffle(round, new Random(turns));
    }
  }

  /** The next contestant's turn. */
  @Benchmark
  public void turn(Did did, Blackhole hole) throws IOException, RejectedException {
    Turn turn = round.get(turns++ % round.size());
    long cpuBefore = ProcessUsage.cpuNanos();
    did.images = (long) photos * turn.take(hole);
    did.cpuNanos = ProcessUsage.cpuNanos() - cpuBefore;
    did.place = turn.place;
    did.peakBytes = ProcessUsage.peakResidentBytes().orElse(0);
  }

  /** A contestant, and how often it goes through the photos. */
  private final class Turn {
    private final int place;
    private final Work work;
    private int passes;

    Turn(int place, Work work) {
      this.place = place;
      this.work = work;
    }

    /** While warming up, finds out how many passes are long enough to be timed. */
    int take(Blackhole hole) throws IOException, RejectedException {
      long begin = System.nanoTime();
      double seconds = 0;
      int done = 0;
      while (warmingUp ? isCold(done, seconds) : done < passes) {
        for (int photo = 0; photo < photos; photo++) {
          hole.consume(work.with(photo));
        }
        done++;
        seconds = (System.nanoTime() - begin) / 1e9;
      }
      if (warmingUp) {
        passes = (int) Math.ceil(done * LEAST_SECONDS / seconds);
      }
      return done;
    }

    private boolean isCold(int done, double seconds) {
      return seconds < LEAST_SECONDS
          || (done * photos < WARMING_IMAGES && seconds < MOST_WARMING_SECONDS);
    }
  }
}
