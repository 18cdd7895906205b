package dev.darkroom.benchmark.report.page;

import static java.util.stream.Collectors.toList;

import dev.darkroom.benchmark.report.markup.Markup;
import dev.darkroom.benchmark.report.plot.CostPlot;
import dev.darkroom.benchmark.report.summary.BreakEven;
import dev.darkroom.benchmark.report.summary.Cost;
import dev.darkroom.benchmark.report.summary.EpochCost;
import dev.darkroom.benchmark.report.summary.Numbers;
import dev.darkroom.benchmark.report.summary.Prices;
import dev.darkroom.benchmark.report.summary.Sentence;
import dev.darkroom.benchmark.statistics.Interval;
import java.util.List;
import javax.annotation.Nullable;

/** Whether the conversion pays. */
final class CostSection implements Section {
  private static final long MOST_EPOCHS_DRAWN = 1000;

  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return "Will it pay?";
  }

  @Override
  public void write(Markup out, Content content) {
    Cost cost = content.results().cost();
    if (cost == null) {
      Prose.notMeasured(out, "no prices were given");
      return;
    }
    Prices prices = cost.prices();
    Prose.paragraph(
        out,
        String.format(
            "An epoch is %s. Times follow from the rates above, requests and bytes from what each"
                + " image took. Prices are the user’s: %s a worker and hour, %s for 10,000 reads, %s"
                + " for 10,000 writes, %s a GB read, %s a GB and month kept, for %s months. Listing"
                + " is not counted.",
            Content.count(prices.images(), "image"),
            price(prices, prices.workerPerHour()),
            price(prices, prices.classBPer10000()),
            price(prices, prices.classAPer10000()),
            price(prices, prices.egressPerGb()),
            price(prices, prices.storagePerGbMonth()),
            Numbers.exact(prices.months())));
    if (cost.breakEvens().isEmpty()) {
      Prose.notMeasured(
          out, "break-even: the prices tell of no conversion, or one format is missing");
    } else {
      breakEvens(out, content, cost);
    }
    epochs(out, content, cost);
  }

  private static String money(Prices prices, double amount) {
    return Numbers.amount(amount) + " " + prices.currency();
  }

  private static String price(Prices prices, double price) {
    return Numbers.exact(price) + " " + prices.currency();
  }

  private static void breakEvens(Markup out, Content content, Cost cost) {
    Prices prices = cost.prices();
    out.open("div", "class", "pair");
    List<BreakEven> deepest = deepest(cost.breakEvens());
    for (int i = 0; i < deepest.size(); i++) {
      BreakEven pay = deepest.get(i);
      String id = "cost-" + i;
      String name = Sentence.name(pay.format());
      String told = told(pay);
      Prose.figure(
          out,
          name + ", depth " + pay.raw().setting().conditions().depth(),
          told,
          () ->
              CostPlot.draw(
                  out,
                  id,
                  "What has been spent on raw files and on " + name,
                  told,
                  prices.currency(),
                  List.of(
                      new CostPlot.Way("raw", "raw files", 0, pay.raw().total()),
                      new CostPlot.Way(
                          pay.format().toString(),
                          name,
                          pay.conversionCost() + pay.storageCost(),
                          pay.packed().total())),
                  epochsDrawn(pay)));
    }
    out.close();
    Prose.table(
        out,
        "Break-even, each format at its fastest",
        3,
        List.of(
            "records",
            "raw files in",
            "records in",
            "conversion",
            "conversion takes",
            "storage",
            "epoch of raw files",
            "epoch of records",
            "cheaper after",
            "faster after"),
        cost.breakEvens().stream()
            .map(
                pay ->
                    List.of(
                        Sentence.name(pay.format()),
                        content.words(pay.raw().setting()),
                        content.words(pay.packed().setting()),
                        money(prices, pay.conversionCost()),
                        Numbers.seconds(pay.conversionSeconds()),
                        money(prices, pay.storageCost()),
                        money(prices, pay.raw().total()),
                        money(prices, pay.packed().total()),
                        after(pay.epochsByCost()),
                        after(pay.epochsByTime())))
            .collect(toList()));
  }

  /** What training reads: as far as any trial went. */
  private static List<BreakEven> deepest(List<BreakEven> all) {
    BreakEven last = all.get(all.size() - 1);
    return all.stream()
        .filter(each -> each.raw().setting().conditions().equals(last.raw().setting().conditions()))
        .collect(toList());
  }

  private static String told(BreakEven pay) {
    String cost =
        pay.epochsByCost() == null
            ? "Records never cost less"
            : "Records cost less after " + Content.count(pay.epochsByCost(), "epoch");
    String time =
        pay.epochsByTime() == null
            ? "never save time."
            : "save time after " + Content.count(pay.epochsByTime(), "epoch") + ".";
    return cost + " and " + time;
  }

  private static double epochsDrawn(BreakEven pay) {
    Long even = pay.epochsByCost();
    return even == null ? 10 : Math.min(MOST_EPOCHS_DRAWN, Math.max(4, 2 * even));
  }

  private static String after(@Nullable Long epochs) {
    return epochs == null ? "never" : Content.count(epochs, "epoch");
  }

  private static void epochs(Markup out, Content content, Cost cost) {
    Prose.folded(
        out,
        "An epoch in every setting",
        2,
        List.of(
            "format",
            "setting",
            "time (95 %)",
            "requests",
            "read",
            "workers",
            "requests",
            "egress",
            "in all"),
        cost.epochs().stream()
            .map(epoch -> epoch(content, cost.prices(), epoch))
            .collect(toList()));
  }

  private static List<String> epoch(Content content, Prices prices, EpochCost epoch) {
    Interval interval = epoch.seconds().interval();
    String time = Numbers.seconds(epoch.seconds().value());
    return List.of(
        Sentence.name(epoch.format()),
        content.words(epoch.setting()),
        interval == null
            ? time
            : String.format(
                "%s (%s–%s)",
                time, Numbers.seconds(interval.low()), Numbers.seconds(interval.high())),
        Numbers.amount(epoch.requests()),
        Numbers.bytes(epoch.gigabytes() * 1e9),
        money(prices, epoch.workerCost()),
        money(prices, epoch.requestCost()),
        money(prices, epoch.egressCost()),
        money(prices, epoch.total()));
  }
}
