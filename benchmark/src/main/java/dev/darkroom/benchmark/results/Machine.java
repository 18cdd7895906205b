package dev.darkroom.benchmark.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.transforms.dataset.ImageInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.ReleaseInfo;

/** What can be told of the machine this code runs on. */
public final class Machine {
  private static final Path CPU = Paths.get("/proc/cpuinfo");

  private Machine() {}

  /**
   * The environment of trials on this machine.
   *
   * @param data where they read, a path or URI
   * @param runner the simple name of the runner's class
   */
  public static Environment describe(String data, String runner) throws IOException {
    boolean local = ImageInput.isLocal(data);
    return Environment.builder()
        .os(property("os.name") + " " + property("os.version") + " " + property("os.arch"))
        .cpu(cpu())
        .cores(Runtime.getRuntime().availableProcessors())
        .memoryBytes(memoryBytes())
        .disk(local ? disk(Paths.get(data)) : "")
        .jvm(property("java.vendor") + " " + property("java.version"))
        .beam(ReleaseInfo.getReleaseInfo().getSdkVersion())
        .runner(runner)
        .commit(commit().orElse(null))
        .storage(local ? "local" : data.substring(0, data.indexOf(':')))
        .build();
  }

  private static String property(String name) {
    return System.getProperty(name);
  }

  private static String cpu() throws IOException {
    if (!Files.isReadable(CPU)) {
      return property("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPU, UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(property("os.arch"));
    }
  }

  private static long memoryBytes() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalPhysicalMemorySize();
  }

  /** The nearest folder that exists stands for a pattern below it. */
  private static String disk(Path data) throws IOException {
    Path existing = data.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    FileStore store = Files.getFileStore(existing);
    String device = Paths.get(store.name()).getFileName().toString();
    Path rotational = Paths.get("/sys/class/block", device, "queue/rotational");
    String kind = "";
    if (Files.isReadable(rotational)) {
      kind = Files.readString(rotational).trim().equals("0") ? ", solid state" : ", rotating";
    }
    return store.type() + " on " + store.name() + kind;
  }

  /** Written by the build where it knows the commit. */
  private static Optional<String> commit() {
    Properties built = new Properties();
    try (InputStream in = Machine.class.getResourceAsStream("commit.properties")) {
      if (in != null) {
        built.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(built.getProperty("git.commit.id.abbrev"))
        .map(id -> Boolean.parseBoolean(built.getProperty("git.dirty")) ? id + "-dirty" : id);
  }
}
