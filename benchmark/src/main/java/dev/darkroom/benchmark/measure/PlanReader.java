package dev.darkroom.benchmark.measure;

import com.google.common.base.Splitter;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.FlagChecks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the plan: all combinations of the flags, or a file with one combination a row. */
final class PlanReader {
  private static final int MOST = 1 << 20;
  private static final List<String> GRID = List.of("batchSizes", "batchCounts", "repetitions");
  private static final List<String> VARIED =
      List.of("formats", "depths", "batchSizes", "batchCounts", "concurrencies", "orders");

  private static final List<String> SCAN_LACKS =
      List.of("batchSizes", "batchCounts", "orders", "grid", "plan", "minSeconds", "minImages");

  private static final List<String> COLUMNS =
      List.of(
          "format", "depth", "batch_size", "batch_count", "concurrency", "order", "repetitions");

  private final MeasureOptions options;
  private final CommandLine commandLine;
  private final FlagChecks check;
  private final Set<Format> available;
  private final boolean scan;

  /**
   * @param available the formats there is data for
   * @param scan whether the whole set is to be read, which leaves no room for batches and order
   */
  PlanReader(
      MeasureOptions options,
      CommandLine commandLine,
      FlagChecks check,
      Set<Format> available,
      boolean scan) {
    this.scan = scan;
    this.options = options;
    this.commandLine = commandLine;
    this.check = check;
    this.available = available;
  }

  /** The plan; what is wrong goes to the command line's errors. */
  Plan read() throws IOException {
    Plan.Builder plan = new Plan.Builder();
    if (options.getGrid() != null) {
      check.matches("grid", options.getGrid(), "seed", "seed");
      refuse("grid", GRID);
    }
    if (scan) {
      SCAN_LACKS.stream()
          .filter(commandLine::has)
          .forEach(flag -> check.fail(flag, "is not for --mode=scan"));
    }
    if (options.getPlan() == null || scan) {
      combine(plan);
    } else {
      refuse("plan", VARIED);
      refuse("plan", List.of("grid"));
      new PlanFile(check).rows(options.getPlan()).forEach(row -> addRow(plan, row));
    }
    Plan built = plan.build();
    if (built.trials().isEmpty() && commandLine.errors().isEmpty()) {
      check.fail("plan", "has no rows");
    }
    return built;
  }

  private void refuse(String flag, List<String> others) {
    for (String other : others) {
      if (commandLine.has(other)) {
        check.fail(other, "is what --" + flag + " says already");
      }
    }
  }

  private void combine(Plan.Builder plan) {
    boolean seed = options.getGrid() != null;
    List<Integer> sizes =
        scan ? List.of(0) : numbers("batchSizes", seed ? "2,4,6,8" : options.getBatchSizes());
    List<Integer> counts =
        scan ? List.of(0) : numbers("batchCounts", seed ? "3,6,12,18" : options.getBatchCounts());
    int repetitions = repetitions(seed ? "3" : "" + options.getRepetitions());
    List<Integer> concurrencies = numbers("concurrencies", options.getConcurrencies());
    List<Format> formats = formats();
    List<Depth> depths = choices("depths", options.getDepths(), Depth.class);
    List<Order> orders = choices("orders", options.getOrders(), Order.class);
    for (Format format : formats) {
      for (Depth depth : depths) {
        for (Order order : orders) {
          for (int concurrency : concurrencies) {
            for (int size : sizes) {
              for (int count : counts) {
                plan.add(Cell.of(format, depth, size, count, concurrency, order), repetitions);
              }
            }
          }
        }
      }
    }
  }

  private List<Format> formats() {
    return options.getFormats() == null
        ? new ArrayList<>(available)
        : choices("formats", options.getFormats(), Format.class);
  }

  private <E extends Enum<E>> List<E> choices(String flag, String given, Class<E> type) {
    List<E> choices = new ArrayList<>();
    for (String name : Splitter.on(',').trimResults().split(given)) {
      Optional.ofNullable(check.oneOf(flag, name, type)).ifPresent(choices::add);
    }
    return choices;
  }

  private List<Integer> numbers(String flag, String given) {
    List<Integer> numbers = new ArrayList<>();
    for (String text : Splitter.on(',').trimResults().split(given)) {
      if (text.matches("\\d{1,9}")) {
        check.range(flag, Integer.parseInt(text), 1, MOST);
        numbers.add(Integer.parseInt(text));
      } else {
        check.fail(flag, "'" + text + "' is not a whole number");
      }
    }
    return numbers;
  }

  private int repetitions(String given) {
    List<Integer> one = numbers("repetitions", given);
    return one.isEmpty() ? 1 : one.get(0);
  }

  private void addRow(Plan.Builder plan, Map<String, String> row) {
    for (String column : row.keySet()) {
      if (!COLUMNS.contains(column)) {
        check.fail("plan", "knows no column '" + column + "', but " + COLUMNS);
      }
    }
    int before = commandLine.errors().size();
    List<Format> formats =
        row.containsKey("format")
            ? choices("plan, format", row.get("format"), Format.class)
            : formats();
    List<Depth> depth = choices("plan, depth", value(row, "depth"), Depth.class);
    List<Order> order = choices("plan, order", value(row, "order"), Order.class);
    List<Integer> size = numbers("plan, batch_size", value(row, "batch_size"));
    List<Integer> count = numbers("plan, batch_count", value(row, "batch_count"));
    List<Integer> concurrency = numbers("plan, concurrency", value(row, "concurrency"));
    int repetitions = repetitions(value(row, "repetitions"));
    if (commandLine.errors().size() == before) {
      for (Format format : formats) {
        plan.add(
            Cell.of(
                format, depth.get(0), size.get(0), count.get(0), concurrency.get(0), order.get(0)),
            repetitions);
      }
    }
  }

  /** The row's value, or the first of the flag's. */
  private String value(Map<String, String> row, String column) {
    String own = row.get(column);
    return own != null && !own.isEmpty() ? own : fallback(column).replaceFirst(",.*", "");
  }

  private String fallback(String column) {
    switch (column) {
      case "depth":
        return options.getDepths();
      case "batch_size":
        return options.getBatchSizes();
      case "batch_count":
        return options.getBatchCounts();
      case "concurrency":
        return options.getConcurrencies();
      case "order":
        return options.getOrders();
      default:
        return "" + options.getRepetitions();
    }
  }
}
