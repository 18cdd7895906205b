package dev.darkroom.benchmark.measure;

import com.google.common.collect.ImmutableMap;
import dev.darkroom.benchmark.reading.CacheDrop;
import dev.darkroom.benchmark.reading.Kinship;
import dev.darkroom.benchmark.reading.RecordSet;
import dev.darkroom.benchmark.reading.Window;
import dev.darkroom.benchmark.reading.Workload;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.run.RunnerSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** From the flags of {@code measure} to what they mean, or to all that is wrong with them. */
final class MeasureConfigReader {
  private static final int RECORDS_COMPARED = 16;
  private static final int MOST_LANES = 1000;

  private final MeasureOptions options;
  private final CommandLine commandLine;
  private final FlagChecks check;
  private final List<String> notes = new ArrayList<>();

  MeasureConfigReader(MeasureOptions options, CommandLine commandLine) {
    this.options = options;
    this.commandLine = commandLine;
    this.check = new FlagChecks(commandLine.errors());
  }

  /**
   * Reads all flags, and as much of the data as it takes to check them.
   *
   * @throws UserException with every error of the command line, or what is wrong with the data
   */
  MeasureConfig read() throws UserException, IOException {
    List<ImageInput> inputs =
        given(options.getInput()).stream().map(ImageInput::of).collect(Collectors.toList());
    List<String> records = given(options.getRecords());
    if (inputs.isEmpty() && records.isEmpty()) {
      check.fail("input", "or --records is required");
    }
    String output =
        check.given("output", options.getOutput())
            ? check.folder("output", options.getOutput())
            : "";
    check.range("warmUps", options.getWarmUps(), 0, 1000);
    check.range("minSeconds", options.getMinSeconds(), 0, 86_400);
    check.range("minImages", options.getMinImages(), 1, Long.MAX_VALUE);
    check.range("width", options.getWidth(), 1, 65_500);
    check.range("height", options.getHeight(), 1, 65_500);
    check.range("parts", options.getParts(), 1, 1 << 20);
    check.range("contention", options.getContention(), 1, MOST_LANES);
    Mode mode = mode();
    checkCaches(mode);
    Map<Format, RecordSet> sets = sets(records);
    Set<Format> available = EnumSet.noneOf(Format.class);
    available.addAll(sets.keySet());
    if (!inputs.isEmpty()) {
      available.add(Format.RAW);
    }
    Plan plan = new PlanReader(options, commandLine, check, available, mode == Mode.SCAN).read();
    checkCells(plan, sets, available);
    commandLine.check();

    boolean inThisProcess = RunnerSettings.inThisProcess(options, commandLine);
    MeasureSettings.Builder settings =
        MeasureSettings.builder()
            .run(UUID.randomUUID().toString())
            .output(output)
            .inputs(planned(plan, Format.RAW) ? inputs : List.of())
            .records(records)
            .mode(mode)
            .lanes(options.getContention())
            .lanesPerCall(inThisProcess ? options.getContention() : 1)
            .parts(options.getParts())
            .window(Window.of(options.getMinSeconds(), options.getMinImages()))
            .seed(options.getSeed())
            .width(options.getWidth())
            .height(options.getHeight())
            .dropCaches(options.isDropCaches())
            .runner(options.getRunner().getSimpleName())
            .flags(flags());
    Relation relation = relation(plan, inputs, sets);
    return MeasureConfig.of(
        settings.relation(relation).build(),
        plan,
        options.getWarmUps(),
        laidOutAlike(sets),
        inThisProcess,
        notes);
  }

  private static List<String> given(@Nullable List<String> flag) {
    return flag == null
        ? List.of()
        : flag.stream().filter(value -> !value.isEmpty()).collect(Collectors.toList());
  }

  @Nullable
  private Mode mode() {
    Mode mode = check.oneOf("mode", options.getMode(), Mode.class);
    boolean contends = options.getContention() > 1;
    if (contends && commandLine.has("mode") && mode != Mode.CONTENTION) {
      check.fail("contention", "is not for --mode=" + options.getMode());
    }
    if (mode == Mode.CONTENTION && !contends) {
      check.fail("mode", "contention needs --contention=2 or more");
    }
    return contends ? Mode.CONTENTION : mode;
  }

  private void checkCaches(@Nullable Mode mode) {
    if (!options.isDropCaches()) {
      return;
    }
    if (mode != Mode.ISOLATION) {
      check.fail("dropCaches", "would disturb the trials beside it; it is for isolation alone");
    } else if (!CacheDrop.isPermitted()) {
      notes.add(
          "--dropCaches: this system does not permit it; the rows will say page_cache=unknown");
    }
  }

  private Map<Format, RecordSet> sets(List<String> records) throws UserException, IOException {
    Map<Format, RecordSet> sets = new EnumMap<>(Format.class);
    for (String given : records) {
      List<RecordSet> found = RecordSet.find(given);
      if (found.isEmpty()) {
        throw new UserException(ExitCode.INPUT, "--records: no shard matches " + given);
      }
      for (RecordSet set : found) {
        if (set.records() == 0) {
          throw new UserException(ExitCode.INPUT, "--records: no record in " + given);
        }
        if (sets.put(set.format(), set) != null) {
          check.fail("records", "two sets of " + set.format() + "; one at a time");
        }
        notes.add(
            String.format(
                "%s: %d records in %d shards, %.1f MB",
                set.format(), set.records(), set.size(), set.bytes() / 1e6));
      }
    }
    return sets;
  }

  private void checkCells(Plan plan, Map<Format, RecordSet> sets, Set<Format> available) {
    plan.trials().stream()
        .map(Trial::cell)
        .distinct()
        .forEach(
            cell -> {
              if (!available.contains(cell.format())) {
                check.fail("formats", "there is no data for " + cell.format());
              } else if (cell.images() > 0 && cell.concurrency() > cell.images()) {
                check.fail(
                    "concurrencies",
                    cell.concurrency()
                        + " reads cannot be in flight in a pass of "
                        + cell.images());
              } else if (sets.containsKey(cell.format())) {
                try {
                  checkPass(sets.get(cell.format()), cell);
                } catch (IllegalArgumentException e) {
                  check.fail("records", cell.format() + ": " + e.getMessage());
                }
              }
            });
  }

  /** A pass of batches is to be had from the set, or a whole shard in pieces. */
  private static void checkPass(RecordSet set, Cell cell) {
    if (cell.images() > 0) {
      set.checkPass(cell.order(), cell.concurrency(), cell.images());
    } else {
      set.checkPieces(cell.concurrency());
    }
  }

  private static boolean planned(Plan plan, Format format) {
    return plan.trials().stream().anyMatch(trial -> trial.cell().format() == format);
  }

  private Relation relation(Plan plan, List<ImageInput> inputs, Map<Format, RecordSet> sets)
      throws UserException, IOException {
    if (!planned(plan, Format.RAW) || sets.isEmpty() || options.isUnrelated()) {
      return Relation.UNRELATED;
    }
    Kinship kinship =
        new Workload(
                ImageInput.commonRoot(inputs), Optional.empty(), new ArrayList<>(sets.values()))
            .compare(RECORDS_COMPARED);
    if (!kinship.named()) {
      throw unlike("the records do not name the files they were made from");
    }
    if (kinship.missing() != null) {
      throw unlike(
          "the records name "
              + kinship.missing()
              + ", which is not below --input; it must be"
              + " what convert was given");
    }
    boolean same = kinship.untouched() == kinship.compared();
    if (options.isOriginals() || same) {
      return Relation.SAME_BYTES;
    }
    notes.add(
        String.format(
            "of the first %d records %d hold their file's own bytes: names are compared, not"
                + " content",
            kinship.compared(), kinship.untouched()));
    return Relation.SAME_NAMES;
  }

  private static UserException unlike(String why) {
    return new UserException(
        ExitCode.INPUT, "--records: " + why + "; --unrelated measures them all the same");
  }

  private static boolean laidOutAlike(Map<Format, RecordSet> sets) {
    return sets.containsKey(Format.TFRECORD)
        && sets.containsKey(Format.TFRECORD_GZIP)
        && sets.get(Format.TFRECORD).isLaidOutLike(sets.get(Format.TFRECORD_GZIP));
  }

  /** What shaped the numbers, as typed or by default. */
  private ImmutableMap<String, String> flags() {
    return ImmutableMap.<String, String>builder()
        .put("input", String.join(",", given(options.getInput())))
        .put("records", String.join(",", given(options.getRecords())))
        .put("mode", options.getContention() > 1 ? "contention" : options.getMode())
        .put("contention", "" + options.getContention())
        .put("minSeconds", "" + options.getMinSeconds())
        .put("minImages", "" + options.getMinImages())
        .put("warmUps", "" + options.getWarmUps())
        .put("seed", "" + options.getSeed())
        .put("width", "" + options.getWidth())
        .put("height", "" + options.getHeight())
        .put("dropCaches", "" + options.isDropCaches())
        .build();
  }
}
