package dev.darkroom.benchmark.report.page;

import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.report.summary.Conditions;
import dev.darkroom.benchmark.report.summary.ContentionSummary;
import dev.darkroom.benchmark.report.summary.FormatSummary;
import dev.darkroom.benchmark.report.summary.Headline;
import dev.darkroom.benchmark.report.summary.Results;
import dev.darkroom.benchmark.report.summary.ScanSummary;
import dev.darkroom.benchmark.report.summary.Setting;
import dev.darkroom.benchmark.report.summary.Setup;
import dev.darkroom.benchmark.report.summary.Trials;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.PageCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the page tells of. Immutable. */
final class Content {
  private final Results results;
  private final Trials trials;

  Content(Results results, Trials trials) {
    this.results = results;
    this.trials = trials;
  }

  Results results() {
    return results;
  }

  /** All of them, warm-ups and failures as well. */
  Trials trials() {
    return trials;
  }

  /** What the page tells first; nothing if records were never read beside raw files. */
  Optional<Headline> headline() {
    return results.headlines().stream().findFirst();
  }

  /** The setting that the page's charts are of: the headline's, or else the first. */
  Optional<Setting> setting() {
    Optional<Setting> first = results.formats().stream().map(each -> each.setting()).findFirst();
    return headline().map(Headline::setting).or(() -> first);
  }

  /** Trials that ran alone and count, of one setting and format. */
  Trials of(Setting setting, Format format) {
    ImmutableList<Setup> setups = ImmutableList.copyOf(results.setups());
    return trials
        .counted(Mode.ISOLATION)
        .of(format)
        .where(row -> Setting.of(row, setups).equals(setting));
  }

  /** A setting in words, all of it. */
  String allWords(Setting setting) {
    Conditions conditions = setting.conditions();
    return String.format(
        "depth %s, %s order, %s, %s at once, %s",
        conditions.depth(),
        conditions.order(),
        words(conditions.pageCache()),
        count(setting.concurrency(), "read"),
        count(setting.workers(), "worker"));
  }

  /** A setting in words, as far as settings differ. */
  String words(Setting setting) {
    List<String> words = new ArrayList<>();
    words.add(words(setting.conditions()));
    if (varies(Setting::concurrency)) {
      words.add(count(setting.concurrency(), "read"));
    }
    if (varies(Setting::workers)) {
      words.add(count(setting.workers(), "worker"));
    }
    return String.join(", ", words);
  }

  /** Conditions in words, as far as they differ; the depth in any case. */
  String words(Conditions conditions) {
    List<String> words = new ArrayList<>();
    words.add("" + conditions.depth());
    if (varies(setting -> setting.conditions().order())) {
      words.add("" + conditions.order());
    }
    if (varies(setting -> setting.conditions().pageCache())) {
      words.add(words(conditions.pageCache()));
    }
    if (results.setups().size() > 1) {
      words.add("setup " + (conditions.setup() + 1));
    }
    return String.join(", ", words);
  }

  private boolean varies(Function<Setting, Object> property) {
    return Stream.of(
                results.formats().stream().map(FormatSummary::setting),
                results.scans().stream().map(ScanSummary::setting),
                results.contentions().stream().map(ContentionSummary::setting))
            .flatMap(settings -> settings)
            .map(property)
            .distinct()
            .count()
        > 1;
  }

  private static String words(PageCache cache) {
    return cache == PageCache.REMOTE ? "remote storage" : "page cache " + cache;
  }

  /** A number of things: {@code 1 read}, {@code 32 reads}. */
  static String count(long number, String thing) {
    return String.format("%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
