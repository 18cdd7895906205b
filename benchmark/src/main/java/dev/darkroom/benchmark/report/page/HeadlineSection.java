package dev.darkroom.benchmark.report.page;

import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.plot.IntervalPlot;
import dev.darkroom.benchmark.report.summary.Headline;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.Sentence;
import dev.darkroom.benchmark.report.summary.Setting;
import java.util.List;
import java.util.OptionalDouble;

/** The one thing to know, and what it rests on. */
final class HeadlineSection {
  private HeadlineSection() {}

  static void write(Markup out, Content content) {
    out.open("header");
    out.leaf("p", "Darkroom read benchmark", "class", "kicker");
    out.leaf("h1", Prose.unbroken(content.results().sentence()));
    content
        .headline()
        .ifPresent(
            headline -> out.leaf("p", Prose.unbroken(rests(headline, content)), "class", "lede"));
    content.setting().ifPresent(setting -> rates(out, content, setting));
    out.close();
  }

  private static String rests(Headline headline, Content content) {
    return String.format(
        "Medians over %s of batch size and count: %s %s images/s, raw files %s. Of all pairs of"
            + " trials, %s is the faster one in %.0f %%; Mann–Whitney p %s. Setting: %s.",
        Content.count(headline.cells(), "cell"),
        Sentence.name(headline.format()),
        Numbers.amount(headline.packed()),
        Numbers.amount(headline.raw()),
        Sentence.name(headline.format()),
        100 * headline.mannWhitney().commonLanguage(),
        p(headline.mannWhitney().p()),
        content.allWords(headline.setting()));
  }

  private static String p(double p) {
    String text = Numbers.p(p);
    return text.startsWith("<") ? text : "= " + text;
  }

  private static void rates(Markup out, Content content, Setting setting) {
    List<IntervalPlot.Row> rows =
        content.results().formats().stream()
            .filter(format -> format.setting().equals(setting))
            .map(
                format ->
                    new IntervalPlot.Row(
                        format.format().toString(),
                        "",
                        Sentence.name(format.format()),
                        format.imagesPerSecond(),
                        content.of(setting, format.format()).rates()))
            .collect(toList());
    Prose.figure(
        out,
        "Every trial, the median and its 95 % interval",
        "",
        () ->
            IntervalPlot.draw(
                out,
                "rates",
                "Rates of each format",
                content.results().sentence(),
                "images/s",
                rows,
                OptionalDouble.empty(),
                Numbers::amount));
  }
}
