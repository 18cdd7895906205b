package dev.darkroom.benchmark.report.page;

import dev.darkroom.benchmark.report.markup.Markup;
import java.util.List;

/** Paragraphs, figures and tables. */
final class Prose {
  private Prose() {}

  static void paragraph(Markup out, String text) {
    out.leaf("p", unbroken(text));
  }

  /** Text in which no line ends between a number and the sign that belongs to it. */
  static String unbroken(String text) {
    return text.replaceAll("(?<=\\d) (?=[%×])", "\u00a0");
  }

  /** A gap that is told of, so that nobody takes it for a zero. */
  static void notMeasured(Markup out, String what) {
    out.open("p", "class", "gap").leaf("b", "not measured").text(" – " + what).close();
  }

  static void list(Markup out, List<String> items) {
    out.open("ul");
    items.forEach(item -> out.leaf("li", unbroken(item)));
    out.close();
  }

  /** A chart under its caption. */
  static void figure(Markup out, String caption, String note, Runnable chart) {
    out.open("figure");
    out.open("figcaption").leaf("b", unbroken(caption));
    if (!note.isEmpty()) {
      out.text(" ").leaf("span", unbroken(note));
    }
    out.close();
    chart.run();
    out.close();
  }

  /**
   * A table.
   *
   * @param textColumns how many columns, from the left, are text; the others are numbers
   */
  static void table(
      Markup out, String caption, int textColumns, List<String> heads, List<List<String>> rows) {
    out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    out.open("table").leaf("caption", caption);
    out.open("thead").open("tr");
    for (int i = 0; i < heads.size(); i++) {
      out.leaf("th", heads.get(i), "scope", "col", "class", i < textColumns ? "t" : "n");
    }
    out.close().close().open("tbody");
    for (List<String> row : rows) {
      out.open("tr");
      for (int i = 0; i < row.size(); i++) {
        out.leaf(i == 0 ? "th" : "td", row.get(i), "class", i < textColumns ? "t" : "n");
      }
      out.close();
    }
    out.close().close().close();
  }

  /** A table that opens when asked for. */
  static void folded(
      Markup out, String caption, int textColumns, List<String> heads, List<List<String>> rows) {
    out.open("details").leaf("summary", caption + " (" + rows.size() + ")");
    table(out, caption, textColumns, heads, rows);
    out.close();
  }
}
