package dev.darkroom.transforms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static CommandLine of(String... arguments) {
    return new CommandLine(List.of(arguments));
  }

  @Test
  void readsWhatItCanAndTellsOfTheRest() {
    CommandLine line = of("--amount=many", "--labels=a,b", "--amuont=1");
    ProgramTest.Flags flags = line.parse(ProgramTest.Flags.class);

    assertEquals("a,b", flags.getClassLabels());
    assertEquals(3, flags.getAmount());
    assertEquals(
        List.of(
            "--amount=many: not a whole number in range",
            "--amuont=1: no such flag. Did you mean 'amount'?"),
        line.errors());
    UserException refused = assertThrows(UserException.class, line::check);
    assertEquals(ExitCode.USAGE, refused.exitCode());
  }

  @Test
  void namesARepeatedFlagAsTyped() {
    CommandLine line = of("--labels=a", "--labels=b");
    line.parse(ProgramTest.Flags.class);

    assertEquals(List.of("--labels: given more than once"), line.errors());
  }

  /** Dataflow's own flag of that name is not known here, and gets the value all the same. */
  @Test
  void leavesAnObjectToTheRunner() {
    CommandLine line = of("--labels={\"team\":\"a\"}");

    assertNull(line.parse(ProgramTest.Flags.class).getClassLabels());
    assertTrue(line.errors().get(0).startsWith("--labels={\"team\":\"a\"}: no such flag"));
  }

  @Test
  void aDefaultGivesWayToWhatWasTyped() {
    CommandLine line = of("--amount=1", "--json");
    line.setDefault("amount", "2");
    line.setDefault("json", "false");
    line.setDefault("labels", "x");

    assertEquals(Optional.of("1"), line.value("amount"));
    assertEquals(Optional.of("x"), line.value("labels"));
    assertEquals(Optional.empty(), line.value("json"));
    assertTrue(line.has("json"));
    assertFalse(line.has("am"));
  }
}
