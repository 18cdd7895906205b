package dev.darkroom.benchmark.report.page;

import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.plot.LatencyPlot;
import dev.darkroom.benchmark.report.plot.StackPlot;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.Sentence;
import dev.darkroom.benchmark.report.summary.Setting;
import dev.darkroom.benchmark.report.summary.StageBreakdown;
import dev.darkroom.benchmark.report.summary.StageTime;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the time goes, stage by stage. */
final class StageSection implements Section {
  @Override
  public String id() {
    return "stages";
  }

  @Override
  public String title() {
    return "Where the time goes";
  }

  @Override
  public void write(Markup out, Content content) {
    List<StageBreakdown> told =
        content.setting().map(setting -> like(content, setting)).orElse(List.of());
    if (told.isEmpty()) {
      Prose.notMeasured(out, "the trials tell of no stages");
      return;
    }
    out.open("div", "class", "pair");
    Prose.figure(
        out,
        "Time of an image by stage",
        "Bars are shares; the thin line below each is the time itself. Depths apart, the setting is"
            + " the headline’s. “Elsewhere” is what no stage accounts for.",
        () ->
            StackPlot.draw(
                out,
                "stages",
                "Time of an image by stage",
                "A bar for each depth and format; the table below has the numbers.",
                ends(told).stream().map(StageSection::bar).collect(toList())));
    List<StageBreakdown> headline =
        told.stream()
            .filter(each -> each.setting().equals(content.setting().orElse(null)))
            .collect(toList());
    Prose.figure(
        out,
        "Latency of each stage",
        "Dot: median; bar: to 90 %; mark: 99 %; line: shortest to longest. Medians over the trials’"
            + " own percentiles.",
        () ->
            LatencyPlot.draw(
                out,
                "latency",
                "Latency of each stage",
                "Strips for each stage and format; the table below has the numbers.",
                strips(headline)));
    out.close();
    Prose.folded(
        out,
        "Stages in every setting",
        3,
        List.of(
            "stage",
            "format",
            "setting",
            "count",
            "an image",
            "min",
            "median",
            "90 %",
            "99 %",
            "max"),
        rows(content));
  }

  /** All depths, but otherwise as a setting is. */
  private static List<StageBreakdown> like(Content content, Setting setting) {
    return content.results().stages().stream()
        .filter(each -> !each.stages().isEmpty())
        .filter(each -> each.setting().concurrency() == setting.concurrency())
        .filter(each -> each.setting().workers() == setting.workers())
        .filter(each -> each.setting().conditions().setup() == setting.conditions().setup())
        .filter(each -> each.setting().conditions().order() == setting.conditions().order())
        .filter(each -> each.setting().conditions().pageCache() == setting.conditions().pageCache())
        .collect(toList());
  }

  /** Of all depths the shallowest and the deepest. */
  private static List<StageBreakdown> ends(List<StageBreakdown> breakdowns) {
    Depth first = breakdowns.get(0).setting().conditions().depth();
    Depth last = breakdowns.get(breakdowns.size() - 1).setting().conditions().depth();
    return breakdowns.stream()
        .filter(
            each ->
                each.setting().conditions().depth() == first
                    || each.setting().conditions().depth() == last)
        .collect(toList());
  }

  private static String name(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static StackPlot.Bar bar(StageBreakdown breakdown) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (StageTime time : breakdown.stages()) {
      if (time.stage() != Stage.BATCH) {
        parts.put(name(time.stage()), time.microsPerImage());
      }
    }
    Double elsewhere = breakdown.elsewhereMicrosPerImage();
    if (elsewhere != null && elsewhere >= 1) {
      parts.put("elsewhere", elsewhere);
    }
    return new StackPlot.Bar(
        breakdown.format().toString(),
        breakdown.setting().conditions().depth() + ", " + Sentence.name(breakdown.format()),
        parts);
  }

  private static List<LatencyPlot.Strip> strips(List<StageBreakdown> breakdowns) {
    List<LatencyPlot.Strip> strips = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      boolean first = true;
      for (StageBreakdown breakdown : breakdowns) {
        for (StageTime time : breakdown.stages()) {
          if (time.stage() == stage) {
            strips.add(
                new LatencyPlot.Strip(
                    breakdown.format().toString(),
                    name(stage),
                    first,
                    time.min(),
                    time.p50(),
                    time.p90(),
                    time.p99(),
                    time.max()));
            first = false;
          }
        }
      }
    }
    return strips;
  }

  private static List<List<String>> rows(Content content) {
    List<List<String>> rows = new ArrayList<>();
    for (StageBreakdown breakdown : content.results().stages()) {
      for (StageTime time : breakdown.stages()) {
        rows.add(
            List.of(
                name(time.stage()),
                Sentence.name(breakdown.format()),
                content.words(breakdown.setting()),
                String.format(Locale.ROOT, "%,d", time.count()),
                Numbers.micros(time.microsPerImage()),
                Numbers.micros(time.min()),
                Numbers.micros(time.p50()),
                Numbers.micros(time.p90()),
                Numbers.micros(time.p99()),
                Numbers.micros(time.max())));
      }
    }
    return rows;
  }
}
