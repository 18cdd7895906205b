package dev.darkroom.transforms.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;

class ProgramTest {
  /** Flags for the test. */
  public interface Flags extends PipelineOptions {
    @Description("How much.")
    @Default.Integer(3)
    int getAmount();

    void setAmount(int value);

    @Description("Which.")
    @FlagName("labels")
    String getClassLabels();

    void setClassLabels(String value);
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Program program =
      new Program(
          "tool",
          EnumSet.of(ExitCode.DONE, ExitCode.USAGE),
          Verb.of("add", "adds", Flags.class, (flags, o, e) -> done(flags, o)),
          Verb.of("ask", "asks", Flags.class, (flags, o, e) -> ask()),
          Verb.of("fail", "fails", Flags.class, (flags, o, e) -> fail()),
          Verb.of("grow", "grows", Flags.class, (flags, o, e) -> grow()));

  private static ExitCode done(List<String> flags, PrintStream out) {
    out.print("added " + flags);
    return ExitCode.DONE;
  }

  private static ExitCode ask() throws UserException {
    throw new UserException(ExitCode.INPUT, List.of("one", "two"));
  }

  private static ExitCode grow() {
    throw new IllegalStateException("converting", new OutOfMemoryError("Java heap space"));
  }

  private static ExitCode fail() {
    throw new IllegalStateException("outer", new IOException("disk full"));
  }

  private ExitCode run(String... arguments) {
    return program.run(
        List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  @Test
  void runsTheVerbOrTheFirst() {
    assertEquals(ExitCode.DONE, run("add", "--amount=1"));
    assertEquals(ExitCode.DONE, run("--amount=2"));

    assertEquals("added [--amount=1]added [--amount=2]", out.toString(UTF_8));
  }

  @Test
  void whatTheUserCanMendIsToldWithoutTrace() {
    assertEquals(ExitCode.INPUT, run("ask"));

    assertEquals("one\ntwo\n", err.toString(UTF_8));
  }

  @Test
  void ofMemoryTheWayOutIsTold() {
    assertEquals(ExitCode.FAILURE, run("grow"));

    assertTrue(
        err.toString(UTF_8)
            .startsWith(
                "failed: not enough memory for what was converted at once;"
                    + " raise -Xmx or lower --maxPixels: Java heap space\n"),
        err.toString(UTF_8));
  }

  @Test
  void whatNobodyForesawIsToldWithItsRootAndTrace() {
    assertEquals(ExitCode.FAILURE, run("fail"));

    assertTrue(err.toString(UTF_8).startsWith("failed: java.io.IOException: disk full\n"));
    assertTrue(err.toString(UTF_8).contains("\tat "));
  }

  @Test
  void refusesUnknownVerb() {
    assertEquals(ExitCode.USAGE, run("subtract"));

    assertEquals("no such verb: subtract; there are add, ask, fail, grow\n", err.toString(UTF_8));
  }

  @Test
  void overviewNamesVerbsAndItsOwnExitCodes() {
    assertEquals(ExitCode.DONE, run("help"));

    String text = out.toString(UTF_8);
    assertTrue(text.startsWith("tool VERB --flag=value ...\n\n  add        adds\n"), text);
    assertTrue(text.contains("  2  " + ExitCode.USAGE.meaning()), text);
    assertFalse(text.contains(ExitCode.REJECTIONS.meaning()), text);
  }

  @Test
  void helpTellsFlagsByTheNamesTheUserTypes() {
    assertEquals(ExitCode.DONE, run("ask", "--help"));

    String text = out.toString(UTF_8);
    assertTrue(text.contains("  --amount=3\n        How much.\n"), text);
    assertTrue(text.contains("  --labels\n        Which.\n"), text);
  }

  @Test
  void nothingAtAllIsHelpAndAnError() {
    assertEquals(ExitCode.USAGE, run());

    assertTrue(out.toString(UTF_8).contains("add"));
  }
}
