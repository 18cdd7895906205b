package dev.darkroom.benchmark.report.summary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.benchmark.statistics.Bootstrap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Calculates results from trials. */
final class Summary {
  /** What reading is, first: the encoded image at hand. Pixels cost the same in both formats. */
  private static final ImmutableList<Depth> DEPTHS =
      ImmutableList.of(Depth.PARSE, Depth.BYTES, Depth.DECODE, Depth.RESIZE);

  private static final Comparator<Headline> FIRST_TO_TELL =
      Comparator.comparing(Headline::format)
          .thenComparingInt(headline -> DEPTHS.indexOf(headline.setting().conditions().depth()))
          .thenComparing(headline -> headline.setting().conditions().order())
          .thenComparingInt(headline -> headline.setting().workers())
          .thenComparingInt(headline -> headline.setting().concurrency())
          .thenComparing(Headline::setting);

  private final Trials all;
  private final ImmutableList<Setup> setups;
  private final Trials isolated;
  private final ImmutableSortedMap<Setting, Trials> settings;
  private final Bootstrap bootstrap = Bootstrap.seeded(Results.SEED);

  Summary(Trials all) {
    this.all = all;
    this.setups = all.stream().map(Setup::of).distinct().collect(toImmutableList());
    this.isolated = all.counted(Mode.ISOLATION);
    this.settings = isolated.by(this::setting);
  }

  Results results(List<String> problems, @Nullable Prices prices, @Nullable Comparison comparison) {
    ImmutableList<Headline> headlines = headlines();
    ImmutableList<Scaling> scalings = scalings();
    ImmutableList<FormatSummary> formats =
        each(settings, (s, format, trials) -> FormatSummary.of(s, format, trials, bootstrap));
    Results told =
        Results.builder()
            .sentence(Sentence.of(headlines, scalings))
            .runs(runs())
            .setups(setups)
            .trials(Counts.of(all))
            .headlines(headlines)
            .formats(formats)
            .fits(fits())
            .multipleFits(multipleFits())
            .scalings(scalings)
            .stages(each(settings, StageBreakdown::of))
            .scans(scans())
            .contentions(contentions())
            .cost(prices == null ? null : Cost.of(prices, formats))
            .comparison(comparison)
            .notMeasured(ImmutableList.of())
            .warnings(ImmutableList.of())
            .build();
    return told.toBuilder()
        .notMeasured(Gaps.of(all, told))
        .warnings(
            ImmutableList.<String>builder().addAll(problems).addAll(Warnings.of(all, told)).build())
        .build();
  }

  private Setting setting(TrialRow row) {
    return Setting.of(row, setups);
  }

  private ImmutableList<RunFacts> runs() {
    return all.stream()
        .map(TrialRow::run)
        .distinct()
        .map(run -> RunFacts.of(run, all.where(row -> row.run().equals(run))))
        .collect(toImmutableList());
  }

  private ImmutableList<Headline> headlines() {
    return settings.entrySet().stream()
        .flatMap(
            entry ->
                packed(
                    format ->
                        Headline.of(entry.getKey(), format, entry.getValue(), bootstrap).stream()))
        .sorted(FIRST_TO_TELL)
        .collect(toImmutableList());
  }

  /** For records of either kind. */
  static <T> Stream<T> packed(Function<Format, Stream<T>> ofFormat) {
    return Stream.of(Format.TFRECORD, Format.TFRECORD_GZIP).flatMap(ofFormat);
  }

  private ImmutableList<Fit> fits() {
    ImmutableList.Builder<Fit> fits = ImmutableList.builder();
    each(
            settings,
            (setting, format, trials) ->
                Stream.of(Predictor.values())
                    .flatMap(by -> Fit.of(setting, format, by, trials).stream())
                    .collect(toImmutableList()))
        .forEach(fits::addAll);
    return fits.build();
  }

  private ImmutableList<MultipleFit> multipleFits() {
    ImmutableList.Builder<MultipleFit> fits = ImmutableList.builder();
    each(settings, MultipleFit::of).forEach(fit -> fit.ifPresent(fits::add));
    return fits.build();
  }

  private ImmutableList<Scaling> scalings() {
    ImmutableList.Builder<Scaling> scalings = ImmutableList.builder();
    for (Dimension dimension : Dimension.values()) {
      isolated
          .by(row -> Conditions.of(row, setups))
          .forEach(
              (conditions, trials) ->
                  trials
                      .by(dimension::other)
                      .forEach(
                          (otherwise, some) ->
                              Scaling.of(dimension, conditions, otherwise, some, bootstrap)
                                  .ifPresent(scalings::add)));
    }
    return scalings.build();
  }

  private ImmutableList<ScanSummary> scans() {
    return each(
        all.counted(Mode.SCAN).by(this::setting),
        (setting, format, trials) -> ScanSummary.of(setting, format, trials, bootstrap));
  }

  private ImmutableList<ContentionSummary> contentions() {
    ImmutableList.Builder<ContentionSummary> contentions = ImmutableList.builder();
    each(
            all.counted(Mode.CONTENTION).by(this::setting),
            (setting, format, trials) -> contentions(setting, format, trials))
        .forEach(contentions::addAll);
    return contentions.build();
  }

  private ImmutableList<ContentionSummary> contentions(
      Setting setting, Format format, Trials trials) {
    Trials alone = settings.getOrDefault(setting, Trials.of(ImmutableList.of())).of(format);
    return trials.by(TrialRow::concurrentTrials).entrySet().stream()
        .map(
            entry ->
                ContentionSummary.of(
                    setting, format, entry.getKey(), entry.getValue(), alone, bootstrap))
        .collect(toImmutableList());
  }

  private static <T> ImmutableList<T> each(
      Map<Setting, Trials> settings, Summariser<T> summariser) {
    ImmutableList.Builder<T> all = ImmutableList.builder();
    settings.forEach(
        (setting, trials) ->
            trials
                .by(TrialRow::format)
                .forEach((format, some) -> all.add(summariser.of(setting, format, some))));
    return all.build();
  }

  private interface Summariser<T> {
    T of(Setting setting, Format format, Trials trials);
  }
}
