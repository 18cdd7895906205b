package dev.darkroom.benchmark.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
  @TempDir Path work;

  /** The program that the children run. */
  static final class Child {
    private Child() {}

    /** Says what it sees; fails if it is told anything. */
    public static void main(String[] args) {
      System.out.print(Runtime.getRuntime().availableProcessors());
      if (args.length > 0) {
        System.err.print("complaint: " + args[0]);
        System.exit(3);
      }
    }
  }

  private String run(String... arguments) throws Exception {
    return new ChildJvm(System.getProperty("java.class.path"), 1, work)
        .run(Child.class.getName(), List.of(arguments));
  }

  @Test
  void returnsTheStandardOutput() throws Exception {
    assertEquals("1", run());
  }

  @Test
  void aFailureTellsStatusAndOutput() {
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> run("no"));
    assertTrue(e.getMessage().contains("ended with 3"), e.getMessage());
    assertTrue(e.getMessage().contains("complaint: no"), e.getMessage());
  }
}
