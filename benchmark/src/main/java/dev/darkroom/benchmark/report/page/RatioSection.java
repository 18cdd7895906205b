package dev.darkroom.benchmark.report.page;

import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.plot.IntervalPlot;
import dev.darkroom.benchmark.report.summary.Headline;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Records against raw files in every setting that was measured. */
final class RatioSection implements Section {
  @Override
  public String id() {
    return "ratios";
  }

  @Override
  public String title() {
    return "Every setting";
  }

  @Override
  public void write(Markup out, Content content) {
    List<Headline> headlines =
        content.results().headlines().stream()
            .sorted((a, b) -> a.setting().compareTo(b.setting()))
            .collect(toList());
    if (headlines.isEmpty()) {
      Prose.notMeasured(out, "no setting has trials of records and of raw files in equal cells");
    } else {
      compare(out, content, headlines);
    }
    rates(out, content);
    other(out, content);
  }

  private static void compare(Markup out, Content content, List<Headline> headlines) {
    Prose.figure(
        out,
        "How many times as fast as raw files",
        "95 % intervals; right of the line records are faster.",
        () ->
            IntervalPlot.draw(
                out,
                "ratios",
                "Records against raw files in every setting",
                "The table below has the numbers.",
                "times the rate of raw files",
                headlines.stream().map(each -> row(content, each)).collect(toList()),
                OptionalDouble.of(1),
                ratio -> Numbers.ratio(ratio) + " ×"));
    Prose.table(
        out,
        "Records against raw files",
        2,
        List.of(
            "records",
            "setting",
            "ratio (95 %)",
            "raw files, images/s",
            "records, images/s",
            "cells",
            "Mann–Whitney p",
            "records faster in"),
        headlines.stream()
            .map(
                headline ->
                    List.of(
                        Sentence.name(headline.format()),
                        content.words(headline.setting()),
                        Numbers.ratio(headline.ratio()),
                        Numbers.amount(headline.raw()),
                        Numbers.amount(headline.packed()),
                        "" + headline.cells(),
                        Numbers.p(headline.mannWhitney().p()),
                        String.format(
                            Locale.ROOT,
                            "%.0f %% of pairs",
                            100 * headline.mannWhitney().commonLanguage())))
            .collect(toList()));
  }

  private static IntervalPlot.Row row(Content content, Headline headline) {
    return new IntervalPlot.Row(
        headline.format().toString(),
        content.words(headline.setting()),
        Sentence.shortName(headline.format()),
        headline.ratio());
  }

  private static void rates(Markup out, Content content) {
    Prose.folded(
        out,
        "Every format in every setting",
        2,
        List.of(
            "format",
            "setting",
            "images/s (95 %)",
            "quartiles",
            "MB/s",
            "bytes an image",
            "requests an image",
            "trials"),
        content.results().formats().stream()
            .map(
                format ->
                    List.of(
                        Sentence.name(format.format()),
                        content.words(format.setting()),
                        Numbers.amount(format.imagesPerSecond()),
                        Numbers.amount(format.spread().q1())
                            + "–"
                            + Numbers.amount(format.spread().q3()),
                        Numbers.amount(format.megabytesPerSecond()),
                        Numbers.bytes(format.bytesPerImage()),
                        Numbers.amount(format.requestsPerImage()),
                        "" + format.imagesPerSecond().trials()))
            .collect(toList()));
  }

  private static void other(Markup out, Content content) {
    out.leaf("h3", "Whole sets, read by all workers together");
    if (content.results().scans().isEmpty()) {
      Prose.notMeasured(out, "there are no scans");
    } else {
      Prose.table(
          out,
          "Scans",
          2,
          List.of("format", "setting", "images/s (95 %)", "MB/s (95 %)", "images", "scans"),
          content.results().scans().stream()
              .map(
                  scan ->
                      List.of(
                          Sentence.name(scan.format()),
                          content.words(scan.setting()),
                          Numbers.amount(scan.imagesPerSecond()),
                          Numbers.amount(scan.megabytesPerSecond()),
                          String.format(Locale.ROOT, "%,d", scan.images()),
                          "" + scan.imagesPerSecond().trials()))
              .collect(toList()));
    }
    out.leaf("h3", "Several trials at once");
    if (content.results().contentions().isEmpty()) {
      Prose.notMeasured(out, "every trial ran alone");
      return;
    }
    Prose.table(
        out,
        "Trials in contention, each by itself",
        2,
        List.of("format", "setting", "at once", "images/s of each (95 %)", "of a trial alone"),
        content.results().contentions().stream()
            .map(
                each ->
                    List.of(
                        Sentence.name(each.format()),
                        content.words(each.setting()),
                        "" + each.concurrentTrials(),
                        Numbers.amount(each.imagesPerSecond()),
                        each.ofIsolation() == null
                            ? "not measured"
                            : Numbers.ratio(each.ofIsolation())))
            .collect(toList()));
  }
}
