package dev.darkroom.benchmark.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.darkroom.benchmark.reading.RawNames;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.StableHash;
import dev.darkroom.transforms.json.Json;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;

/** Sums up a listing and keeps as many names as trials will need, however long the listing is. */
final class SampleRawFn extends Combine.CombineFn<ImageRef, SampleRawFn.Sample, String> {
  private final int most;
  private final long seed;

  /**
   * @param most names to keep, of the first and of those drawn
   */
  SampleRawFn(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  /** What is known so far. Not thread-safe. */
  static final class Sample {
    private final int most;
    private final long seed;
    private long files;
    private long bytes;
    private final TreeSet<String> first = new TreeSet<>();
    private final TreeMap<Long, String> drawn = new TreeMap<>();

    private Sample(int most, long seed) {
      this.most = most;
      this.seed = seed;
    }

    private void add(String name) {
      first.add(name);
      if (first.size() > most) {
        first.pollLast();
      }
      drawn.put(StableHash.SAMPLE.draw(name, seed), name);
      if (drawn.size() > most) {
        drawn.pollLastEntry();
      }
    }

    private RawNames names() {
      return RawNames.of(files, bytes, new ArrayList<>(first), new ArrayList<>(drawn.values()));
    }

    private void add(RawNames names) {
      files += names.files();
      bytes += names.bytes();
      names.first().forEach(this::add);
      names.drawn().forEach(this::add);
    }
  }

  @Override
  public Sample createAccumulator() {
    return new Sample(most, seed);
  }

  @Override
  public Sample addInput(Sample sample, ImageRef ref) {
    sample.files++;
    sample.bytes += ref.bytes();
    sample.add(ref.key());
    return sample;
  }

  @Override
  public Sample mergeAccumulators(Iterable<Sample> samples) {
    Sample all = createAccumulator();
    samples.forEach(sample -> all.add(sample.names()));
    return all;
  }

  @Override
  public String extractOutput(Sample sample) {
    return Json.line(sample.names());
  }

  @Override
  public Coder<Sample> getAccumulatorCoder(CoderRegistry registry, Coder<ImageRef> inputCoder) {
    return DelegateCoder.of(StringUtf8Coder.of(), sample -> Json.line(sample.names()), this::parse);
  }

  private Sample parse(String json) throws JsonProcessingException {
    Sample sample = createAccumulator();
    sample.add(Json.parse(json, RawNames.class));
    return sample;
  }
}
