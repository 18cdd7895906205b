package dev.darkroom.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that must be refused, each with a message that names the flag, and the help. */
class CommandLineTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--width=abc | --width=abc: not a whole number in range",
        "--width=99999999999 | --width=99999999999: not a whole number in range",
        "--width=0 | --width: 0 is not from 1 to 65500",
        "--maxPixels=200000000 | --maxPixels: 200000000 is not from 1 to 134217727",
        "--height=-5 | --height: -5 is not from 1 to 65500",
        "--quality=101 | --quality: 101 is not from 1 to 100",
        "--schema=coco | --schema: 'coco' is none of tfds, flowers",
        "--engine=gpu | --engine: 'gpu' is none of auto, tensorflow, imgscalr",
        "--fit=fill | --fit: 'fill' is none of cover, center_crop, contain, border, inside, stretch, shortest, keep_ratio, longest, keep_ratio_largest, none, no",
        "--resample=lanczos | --resample: 'lanczos' is none of area, bilinear",
        "--icc=maybe | --icc: 'maybe' is none of ignore, convert",
        "--background=red | --background: 'red' is not of the form: rrggbb, as in ffffff",
        "--format=webp | --format: 'webp' is none of jpeg, png, original",
        "--chroma=422 | --chroma: '422' is not of the form: 444 or 420",
        "--minSize=0 | --minSize: 0 is not from 1 to 65500",
        "--maxAspect=0.5 | --maxAspect: 0.5 is not from 1.0 to",
        "--maxImageSeconds=0 | --maxImageSeconds: 0 is not from 1 to 86400",
        "--exact=true | --exact: needs --resample=bilinear",
        "--split=train:80,test:10 | --split: the percentages of 'train:80,test:10' add up to 90, not 100",
        "--split=train:80,test:20.5 | --split: 'test:20.5' is not of the form name:percent, a whole percentage from 1 to 100",
        "--numShards=0 | --numShards: 0 is not from 1 to 99999",
        "--targetShardBytes=0 | --targetShardBytes: 0 is not from 1 to 9223372036854775807",
        "--compression=zip | --compression: 'zip' is not of the form: none or gzip",
        "--maxRejectRatio=2 | --maxRejectRatio: 2.0 is not from 0.0 to 1.0",
        "--json=yes | --json=yes: neither true nor false",
        "--maxRejectRatio=few | --maxRejectRatio=few: not a number",
        "--name=9lives | --name: '9lives' is not of the form: letters, digits and _, a letter first",
        "--labels=a,,b | --labels: 'a,,b' holds no name, or an empty one",
        "--labels=a,b,a | --labels: 'a' is given twice",
        "--labels=no/such.txt | --labels: there is no file no/such.txt",
        "--widht=5 | --widht=5: no such flag. Did you mean 'width'?",
        "--runner=Warp | --runner=Warp: Unknown 'runner' specified 'Warp'",
        "width=5 | width=5: Argument 'width=5' does not begin with '--'",
      })
  void refusesFlag(String flag, String message) {
    Run run = Run.of("convert", "--input=" + folder, "--output=" + folder + "-out", flag);

    assertEquals(ExitCode.USAGE, run.exit(), run.err());
    assertTrue(run.err().startsWith(message), run.err());
    assertFalse(run.err().contains("\tat "), "no stack trace: " + run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--resample=bilinear --exact=true --fit=inside | --exact: needs --fit=cover",
        "--resample=bilinear --exact=true --enlarge=false | --exact: needs --fit=cover",
        "--resample=bilinear --exact=true --engine=imgscalr | --exact: needs --engine=auto",
        "--icc=convert --engine=tensorflow | --icc: convert needs --engine=auto",
      })
  void refusesFlagsThatContradictEachOther(String flags, String message) {
    List<String> arguments =
        new ArrayList<>(List.of("convert", "--input=" + folder, "--output=" + folder + "-out"));
    arguments.addAll(List.of(flags.split(" ", -1)));
    Run run = Run.of(arguments.toArray(String[]::new));

    assertEquals(ExitCode.USAGE, run.exit(), run.err());
    assertTrue(run.err().startsWith(message), run.err());
  }

  @Test
  void tellsOfAllErrorsAtOnce() {
    Run run = Run.of("--width=abc", "--schema=coco", "--split=a:50,b:40", "--nonsense");

    assertEquals(ExitCode.USAGE, run.exit());
    for (String flag : new String[] {"width", "schema", "split", "nonsense", "input", "output"}) {
      assertTrue(run.err().contains("--" + flag), flag + " in " + run.err());
    }
  }

  @Test
  void refusesImagesTooLargeForEngine() {
    Run run = Run.of("--input=a", "--output=b", "--width=60000", "--height=60000");

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.err().contains("--width: times --height is 3600000000"), run.err());
  }

  @Test
  void refusesFlagGivenTwice() {
    Run run = Run.of("--input=a", "--output=b", "--width=1", "--width=2");

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.err().contains("--width: given more than once"), run.err());
  }

  @Test
  void refusesOutputInsideInput() {
    Run run = Run.of("--input=" + folder, "--output=" + folder.resolve("out"));

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.err().contains("lies inside --input="), run.err());
  }

  @Test
  void refusesOutputThatIsFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Run run = Run.of("--input=" + folder.resolve("photos"), "--output=" + file);

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.err().contains("is a file, not a folder"), run.err());
  }

  @Test
  void refusesUnknownVerb() {
    Run run = Run.of("covnert", "--input=a");

    assertEquals(ExitCode.USAGE, run.exit());
    assertEquals(
        "no such verb: covnert; there are convert, plan, verify, preflight", run.err().strip());
  }

  @Test
  void overviewNamesVerbsAndExitCodes() {
    Run run = Run.of("help");

    assertEquals(ExitCode.DONE, run.exit());
    for (ExitCode exit : ExitCode.values()) {
      assertTrue(run.out().contains(exit.code() + "  " + exit.meaning()), run.out());
    }
    assertTrue(run.out().contains("verify"));
  }

  @Test
  void helpTellsFlagsWithDefaults() {
    Run run = Run.of("convert", "--help");

    assertEquals(ExitCode.DONE, run.exit());
    assertTrue(run.out().contains("--width=192\n"), run.out());
    assertTrue(run.out().contains("--labels\n"), run.out());
    assertTrue(run.out().contains("--targetShardBytes=134217728\n"), run.out());
  }

  @Test
  void nothingAtAllIsHelpAndAnError() {
    Run run = Run.of();

    assertEquals(ExitCode.USAGE, run.exit());
    assertTrue(run.out().contains("convert"));
  }
}
