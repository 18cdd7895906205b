package dev.darkroom.benchmark.report.page;

import dev.darkroom.benchmark.report.markup.Markup;

/** A part of the page under a heading of its own. */
interface Section {
  /** What links refer to. */
  String id();

  /** The heading. */
  String title();

  /** Writes what stands below the heading. */
  void write(Markup out, Content content);
}
