package dev.darkroom.benchmark.report.summary;

import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.statistics.Estimate;
import dev.darkroom.benchmark.statistics.Interval;
import java.util.List;
import java.util.Optional;

/** What the results come to, in a sentence. */
public final class Sentence {
  private Sentence() {}

  static String of(List<Headline> headlines, List<Scaling> scalings) {
    if (headlines.isEmpty()) {
      return "TFRecord against raw files was not measured on this storage.";
    }
    Headline headline = headlines.get(0);
    String catchUp =
        catchUp(headline, scalings)
            .map(found -> catchUp(headline, found))
            .orElse("what concurrent reads do for raw files was not measured");
    return "On this storage " + comparison(headline) + "; " + catchUp + ".";
  }

  private static String comparison(Headline headline) {
    String name = name(headline.format());
    Estimate ratio = headline.ratio();
    Interval interval = ratio.interval();
    if (interval != null && interval.contains(1)) {
      return "no difference between " + name + " and raw files is proven: " + times(ratio, "");
    }
    if (ratio.value() >= 1) {
      return name + " reads " + times(ratio, " faster");
    }
    Interval inverse =
        interval == null ? null : Interval.of(1 / interval.high(), 1 / interval.low());
    Estimate inverted = Estimate.of(1 / ratio.value(), inverse, ratio.trials());
    return "raw files read " + times(inverted, " faster") + " than " + name;
  }

  private static String times(Estimate ratio, String what) {
    String value = Numbers.ratio(ratio.value()) + " ×" + what;
    return ratio.interval() == null
        ? value + " (a single trial, no interval)"
        : value + Numbers.ratio(ratio).replaceFirst(".* \\(", " (95 % ");
  }

  /** How raw files catch up in the setting of a headline, if that was measured. */
  static Optional<CatchUp> catchUp(Headline headline, List<Scaling> scalings) {
    return scalings.stream()
        .filter(scaling -> scaling.dimension() == Dimension.CONCURRENCY)
        .filter(scaling -> scaling.conditions().equals(headline.setting().conditions()))
        .filter(scaling -> scaling.otherwise() == headline.setting().workers())
        .flatMap(scaling -> scaling.catchUps().stream())
        .filter(catchUp -> catchUp.format() == headline.format())
        .findFirst();
  }

  private static String catchUp(Headline headline, CatchUp catchUp) {
    if (catchUp.nearest().at() <= headline.setting().concurrency()) {
      return "more concurrent reads make raw files no faster";
    }
    String ratio = Numbers.ratio(catchUp.nearest().ratio().value());
    String reads = catchUp.nearest().at() + " concurrent reads";
    return catchUp.nearest().ratio().value() < 1
        ? "raw files catch up to " + ratio + " × of that at " + reads
        : "raw files overtake it, " + ratio + " ×, at " + reads;
  }

  /** A format's name as people write it. */
  public static String name(Format format) {
    switch (format) {
      case RAW:
        return "raw files";
      case TFRECORD:
        return "TFRecord";
      default:
        return "TFRecord, gzip";
    }
  }

  /** The same where there is little room. */
  public static String shortName(Format format) {
    switch (format) {
      case RAW:
        return "raw";
      case TFRECORD:
        return "TFRecord";
      default:
        return "gzip";
    }
  }
}
