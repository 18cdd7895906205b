package dev.darkroom.benchmark.report.page;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Every trial, as it was executed; a click on a heading sorts. */
final class TrialsSection implements Section {
  private static final List<String> HEADS =
      List.of(
          "run",
          "trial",
          "phase",
          "mode",
          "format",
          "depth",
          "order",
          "page cache",
          "batch size",
          "batch count",
          "repetition",
          "reads",
          "workers",
          "images",
          "nominal",
          "seconds",
          "images/s",
          "MB/s",
          "requests",
          "errors",
          "failure");
  private static final int TEXTS = 8;

  @Override
  public String id() {
    return "trials";
  }

  @Override
  public String title() {
    return "Every trial";
  }

  @Override
  public void write(Markup out, Content content) {
    out.open("details").leaf("summary", Content.count(content.trials().size(), "row"));
    out.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Every trial");
    out.open("table", "class", "sortable").leaf("caption", "Every trial, as executed");
    out.open("thead").open("tr");
    for (int i = 0; i < HEADS.size(); i++) {
      out.open("th", "scope", "col", "class", cssClass(i), "aria-sort", "none")
          .leaf("button", HEADS.get(i), "type", "button")
          .close();
    }
    out.close().close().open("tbody");
    content.trials().stream().forEach(row -> row(out, row));
    out.close().close().close().close();
  }

  private static void row(Markup out, TrialRow row) {
    out.open("tr", "class", (row.failure() == null ? "" : "failed ") + row.phase());
    cell(out, 0, row.run());
    cell(out, 1, "" + row.trial());
    cell(out, 2, "" + row.phase());
    cell(out, 3, row.mode() + (row.concurrentTrials() > 1 ? " × " + row.concurrentTrials() : ""));
    cell(out, 4, "" + row.format());
    cell(out, 5, "" + row.depth());
    cell(out, 6, "" + row.order());
    cell(out, 7, "" + row.pageCache());
    number(out, 8, row.batchSize());
    number(out, 9, row.batchCount());
    number(out, 10, row.repetition() + 1);
    number(out, 11, row.concurrency());
    number(out, 12, row.workers());
    number(out, 13, row.images());
    number(out, 14, row.nominalImages());
    number(out, 15, row.seconds());
    rate(out, 16, row.imagesPerSecond(), row);
    rate(out, 17, row.megabytesPerSecond(), row);
    number(out, 18, row.requests());
    number(out, 19, row.errors());
    cell(out, 20, row.failure() == null ? "" : row.failure());
    out.close();
  }

  private static void rate(Markup out, int column, OptionalDouble rate, TrialRow row) {
    if (rate.isPresent()) {
      number(out, column, rate.getAsDouble());
    } else {
      cell(out, column, row.phase() == Phase.WARMUP ? "none" : "failed");
    }
  }

  /** The value itself, by which rows are sorted, beside what is shown of it. */
  private static void number(Markup out, int column, double value) {
    out.leaf("td", Numbers.amount(value), "class", cssClass(column), "data-v", "" + value);
  }

  private static void number(Markup out, int column, long value) {
    String shown = String.format(Locale.ROOT, "%,d", value);
    out.leaf("td", shown, "class", cssClass(column), "data-v", "" + value);
  }

  private static void cell(Markup out, int column, String text) {
    out.leaf(column == 0 ? "th" : "td", text, "class", cssClass(column));
  }

  private static String cssClass(int column) {
    return column < TEXTS || column == HEADS.size() - 1 ? "t" : "n";
  }
}
