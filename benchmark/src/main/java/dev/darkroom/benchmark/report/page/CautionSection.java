package dev.darkroom.benchmark.report.page;

import dev.darkroom.benchmark.report.markup.Markup;

/** What to bear in mind, and what nobody may conclude. */
final class CautionSection implements Section {
  @Override
  public String id() {
    return "caution";
  }

  @Override
  public String title() {
    return "Bear in mind";
  }

  @Override
  public void write(Markup out, Content content) {
    if (content.results().warnings().isEmpty()) {
      Prose.paragraph(out, "Nothing in the trials asks for caution.");
    } else {
      Prose.list(out, content.results().warnings());
    }
    if (!content.results().notMeasured().isEmpty()) {
      out.leaf("h3", "Not measured");
      Prose.list(out, content.results().notMeasured());
    }
  }
}
