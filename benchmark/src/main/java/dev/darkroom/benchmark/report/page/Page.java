package dev.darkroom.benchmark.report.page;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Results;
import dev.darkroom.benchmark.report.summary.Trials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The whole page. */
public final class Page {
  private Page() {}

  /**
   * Writes it.
   *
   * @param trials all rows, warm-ups and failures among them
   */
  public static String of(Results results, Trials trials) throws IOException {
    String style = resource("report.css");
    String script = resource("report.js");
    Content content = new Content(results, trials);
    return Markup.document(html -> write(html, content, style, script));
  }

  private static void write(Markup out, Content content, String style, String script) {
    List<Section> sections = sections(content.results());
    out.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
    out.empty("meta", "charset", "utf-8");
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.empty("meta", "name", "color-scheme", "content", "light dark");
    out.empty("link", "rel", "icon", "href", "data:,");
    out.leaf("title", "Darkroom read benchmark").style(style).close();
    out.open("body").open("main");
    HeadlineSection.write(out, content);
    out.open("nav", "aria-label", "Sections");
    sections.forEach(section -> out.leaf("a", section.title(), "href", "#" + section.id()));
    out.close();
    for (Section section : sections) {
      String heading = section.id() + "-heading";
      out.open("section", "id", section.id(), "aria-labelledby", heading);
      out.leaf("h2", section.title(), "id", heading);
      section.write(out, content);
      out.close();
    }
    out.close().script(script).close().close();
  }

  private static List<Section> sections(Results results) {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    if (results.comparison() != null) {
      sections.add(new ComparisonSection(results.comparison()));
    }
    return sections
        .add(
            ScalingSection.concurrency(),
            new StageSection(),
            new BatchSection(),
            new CostSection(),
            ScalingSection.workers(),
            new RatioSection(),
            new RegressionSection(),
            new CautionSection(),
            new MethodSection(),
            new MachineSection(),
            new TrialsSection())
        .build();
  }

  private static String resource(String name) throws IOException {
    return Resources.toString(Resources.getResource(Page.class, name), StandardCharsets.UTF_8);
  }
}
