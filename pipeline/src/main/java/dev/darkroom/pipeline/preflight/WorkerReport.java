package dev.darkroom.pipeline.preflight;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What one worker process says of itself. Immutable. */
@AutoValue
abstract class WorkerReport {
  /** The machine's name. */
  @JsonProperty
  abstract String host();

  /** The number of the process on it. */
  @JsonProperty
  abstract long process();

  /** As Java tells it, such as 11.0.24. */
  @JsonProperty
  abstract String java();

  /** Operating system and processor. */
  @JsonProperty
  abstract String platform();

  /** Whether TensorFlow's native library loads. */
  @JsonProperty
  abstract boolean tensorFlow();

  /** What the worker cannot do, a sentence each. */
  @JsonProperty
  abstract List<String> problems();

  @JsonCreator
  static WorkerReport of(
      @JsonProperty("host") String host,
      @JsonProperty("process") long process,
      @JsonProperty("java") String java,
      @JsonProperty("platform") String platform,
      @JsonProperty("tensorFlow") boolean tensorFlow,
      @JsonProperty("problems") List<String> problems) {
    return new AutoValue_WorkerReport(
        host, process, java, platform, tensorFlow, ImmutableList.copyOf(problems));
  }

  /** Of this process. */
  static WorkerReport here(List<String> problems) throws UnknownHostException {
    return of(
        InetAddress.getLocalHost().getHostName(),
        ProcessHandle.current().pid(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        TensorFlowLibrary.loads(),
        problems);
  }
}
