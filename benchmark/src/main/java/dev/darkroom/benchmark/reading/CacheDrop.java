package dev.darkroom.benchmark.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Empties the operating system's page cache, where it lets us: on Linux, for root. */
public final class CacheDrop {
  private static final Path SWITCH = Paths.get("/proc/sys/vm/drop_caches");
  private static final byte[] PAGES = "1".getBytes(US_ASCII);

  private CacheDrop() {}

  /** Whether it would work. */
  public static boolean isPermitted() {
    return Files.isWritable(SWITCH);
  }

  /** Writes what is dirty, since only clean pages can be dropped, and drops all of them. */
  public static void drop() throws IOException, InterruptedException {
    int status = new ProcessBuilder("sync").start().waitFor();
    if (status != 0) {
      throw new IOException("sync ended with " + status);
    }
    Files.write(SWITCH, PAGES);
  }
}
