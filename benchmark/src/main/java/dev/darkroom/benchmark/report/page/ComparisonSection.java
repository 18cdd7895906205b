package dev.darkroom.benchmark.report.page;

import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.plot.IntervalPlot;
import dev.darkroom.benchmark.report.summary.CellChange;
import dev.darkroom.benchmark.report.summary.Change;
import dev.darkroom.benchmark.report.summary.Comparison;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.Sentence;
import dev.darkroom.benchmark.report.summary.TrialKind;
import dev.darkroom.benchmark.report.summary.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** These results against others. */
final class ComparisonSection implements Section {
  private final Comparison comparison;

  ComparisonSection(Comparison comparison) {
    this.comparison = comparison;
  }

  @Override
  public String id() {
    return "comparison";
  }

  @Override
  public String title() {
    return "Against " + comparison.other();
  }

  @Override
  public void write(Markup out, Content content) {
    if (comparison.changes().isEmpty()) {
      Prose.notMeasured(out, "both results have no kind of trial in common");
      return;
    }
    out.leaf("p", comparison.sentence(), "class", "lede");
    Prose.paragraph(
        out,
        String.format(
            "Ranks are compared within each cell of batch size and count (van Elteren’s test, by"
                + " shuffling), and p values corrected for the number of kinds (Holm). Faster and"
                + " slower are called differences of more than %d %%, as runs of one machine differ"
                + " by less with nothing changed. Of kinds that only one side has, there are %d here"
                + " and %d there.",
            Math.round(100 * (Verdict.THRESHOLD - 1)),
            comparison.onlyHere(),
            comparison.onlyThere()));
    Prose.figure(
        out,
        "Rates here divided by rates there",
        "95 % intervals; right of the line these results are faster.",
        () ->
            IntervalPlot.draw(
                out,
                "changes",
                "Rates here divided by rates there",
                comparison.sentence(),
                "times the rate there",
                comparison.changes().stream().map(ComparisonSection::row).collect(toList()),
                OptionalDouble.of(1),
                ratio -> Numbers.ratio(ratio) + " ×"));
    Prose.folded(
        out,
        "Every kind of trial",
        2,
        List.of("format", "kind", "ratio (95 %)", "p", "p beyond 5 %", "verdict"),
        comparison.changes().stream()
            .map(
                change ->
                    List.of(
                        Sentence.name(change.kind().format()),
                        words(change.kind()),
                        Numbers.ratio(change.ratio()),
                        Numbers.p(change.p()),
                        Numbers.p(change.pBeyondThreshold()),
                        change.verdict().title()))
            .collect(toList()));
    ratios(out);
    Prose.folded(
        out,
        "Every cell, not corrected",
        2,
        List.of(
            "format",
            "kind",
            "batch size",
            "batch count",
            "ratio (95 %)",
            "Mann–Whitney p",
            "faster here in"),
        cells());
  }

  private void ratios(Markup out) {
    if (comparison.ratios().isEmpty()) {
      Prose.notMeasured(out, "records against raw files: one side has no equal cells");
      return;
    }
    Prose.folded(
        out,
        "Records against raw files",
        2,
        List.of("records", "kind", "here (95 %)", "there (95 %)", "within each other’s interval"),
        comparison.ratios().stream()
            .map(
                ratio ->
                    List.of(
                        Sentence.name(ratio.kind().format()),
                        words(ratio.kind()),
                        Numbers.ratio(ratio.here()),
                        Numbers.ratio(ratio.there()),
                        ratio.agree() ? "yes" : "no"))
            .collect(toList()));
  }

  private static IntervalPlot.Row row(Change change) {
    return new IntervalPlot.Row(
        change.kind().format().toString(),
        shortWords(change.kind()),
        Sentence.shortName(change.kind().format()),
        change.ratio());
  }

  private static String shortWords(TrialKind kind) {
    String workers = kind.workers() == 1 ? "" : ", " + Content.count(kind.workers(), "worker");
    return kind.depth() + ", " + Content.count(kind.concurrency(), "read") + workers;
  }

  private static String words(TrialKind kind) {
    return String.format(
        "%s, %s, %s, %s",
        kind.depth(),
        kind.order(),
        Content.count(kind.concurrency(), "read"),
        Content.count(kind.workers(), "worker"));
  }

  private List<List<String>> cells() {
    List<List<String>> rows = new ArrayList<>();
    for (Change change : comparison.changes()) {
      for (CellChange cell : change.cells()) {
        rows.add(
            List.of(
                Sentence.name(change.kind().format()),
                words(change.kind()),
                "" + cell.cell().batchSize(),
                "" + cell.cell().batchCount(),
                Numbers.ratio(cell.ratio()),
                Numbers.p(cell.mannWhitney().p()),
                Math.round(100 * cell.mannWhitney().commonLanguage()) + " % of pairs"));
      }
    }
    return rows;
  }
}
