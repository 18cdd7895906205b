package dev.darkroom.benchmark.report.page;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.RunFacts;
import dev.darkroom.benchmark.report.summary.Setup;
import dev.darkroom.benchmark.results.Environment;
import java.util.List;
import java.util.stream.Collectors;

/** On what, and of what. */
final class MachineSection implements Section {
  @Override
  public String id() {
    return "machine";
  }

  @Override
  public String title() {
    return "Machine, data and runs";
  }

  @Override
  public void write(Markup out, Content content) {
    List<Setup> setups = content.results().setups();
    for (int i = 0; i < setups.size(); i++) {
      Setup setup = setups.get(i);
      Environment on = setup.environment();
      if (setups.size() > 1) {
        out.leaf("h3", "Setup " + (i + 1));
      }
      out.open("dl");
      fact(out, "Processor", on.cpu() + ", " + Content.count(on.cores(), "core"));
      fact(out, "Memory", Numbers.bytes((double) on.memoryBytes()));
      fact(out, "System", on.os());
      fact(out, "Storage", on.disk().isEmpty() ? on.storage() : on.storage() + ", " + on.disk());
      fact(out, "Java", on.jvm());
      fact(out, "Beam", on.beam() + ", " + on.runner());
      fact(out, "Commit", on.commit() == null ? "unknown" : on.commit());
      fact(out, "Images scaled to", setup.imageSize() == null ? "unknown" : setup.imageSize());
      fact(out, "Raw files", setup.input() == null ? "unknown" : setup.input());
      fact(out, "Records", setup.records() == null ? "unknown" : setup.records());
      out.close();
    }
    Prose.table(
        out,
        "Runs",
        2,
        List.of("run", "began", "rows", "first to last trial", "inside trials"),
        content.results().runs().stream().map(MachineSection::row).collect(Collectors.toList()));
  }

  private static List<String> row(RunFacts run) {
    return List.of(
        run.run(),
        run.startedAt(),
        "" + run.trials(),
        Numbers.seconds(run.seconds()),
        Numbers.seconds(run.secondsInTrials()));
  }

  private static void fact(Markup out, String name, String value) {
    out.open("div").leaf("dt", name).leaf("dd", value).close();
  }
}
