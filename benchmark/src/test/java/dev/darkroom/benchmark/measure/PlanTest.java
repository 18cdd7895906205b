package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.FlagChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
  @TempDir Path folder;

  private static final ImmutableSet<Format> BOTH = ImmutableSet.of(Format.RAW, Format.TFRECORD);

  private static Plan plan(String... flags) throws IOException {
    CommandLine line = new CommandLine(List.of(flags));
    MeasureOptions options = line.parse(MeasureOptions.class);
    Plan plan = new PlanReader(options, line, new FlagChecks(line.errors()), BOTH, false).read();
    assertEquals(List.of(), line.errors());
    return plan;
  }

  private static List<String> errors(String... flags) throws IOException {
    CommandLine line = new CommandLine(List.of(flags));
    MeasureOptions options = line.parse(MeasureOptions.class);
    new PlanReader(options, line, new FlagChecks(line.errors()), BOTH, false).read();
    return line.errors();
  }

  @Test
  void combinesAllFlags() throws IOException {
    Plan plan =
        plan(
            "--depths=bytes,decode",
            "--batchSizes=2,4",
            "--batchCounts=3",
            "--concurrencies=1,2,4",
            "--orders=sequential,random",
            "--repetitions=2");

    assertEquals(2 * 2 * 2 * 3 * 2 * 2, plan.trials().size());
    Trial last = plan.trials().get(plan.trials().size() - 1);
    assertEquals(95, last.planned());
    assertEquals(1, last.repetition());
    assertEquals(Cell.of(Format.TFRECORD, Depth.DECODE, 4, 3, 4, Order.RANDOM), last.cell());
  }

  @Test
  void theSeedGridIsTheFamilys() throws IOException {
    List<Trial> trials =
        plan("--grid=seed", "--formats=raw", "--depths=parse", "--concurrencies=1").trials();

    assertEquals(48, trials.size());
    assertEquals(16, trials.stream().map(Trial::cell).distinct().count());
    assertEquals(
        List.of(2, 4, 6, 8), trials.stream().map(t -> t.cell().batchSize()).distinct().toList());
    assertEquals(
        List.of(3, 6, 12, 18), trials.stream().map(t -> t.cell().batchCount()).distinct().toList());
  }

  @Test
  void readsPlans() throws IOException {
    Path csv = folder.resolve("plan.csv");
    Files.writeString(
        csv, "format,batch_size,concurrency,repetitions\nraw,4,8,2\n\ntfrecord,2,,1\n");
    Path json = folder.resolve("plan.json");
    Files.writeString(
        json,
        "[{\"format\":\"raw\",\"batch_size\":4,\"concurrency\":8,\"repetitions\":2},"
            + "{\"format\":\"tfrecord\",\"batch_size\":2,\"repetitions\":1}]");

    List<Trial> trials = plan("--plan=" + csv).trials();

    assertEquals(3, trials.size());
    assertEquals(Cell.of(Format.RAW, Depth.PARSE, 4, 8, 8, Order.SEQUENTIAL), trials.get(0).cell());
    assertEquals(1, trials.get(2).cell().concurrency());
    assertEquals(trials, plan("--plan=" + json).trials());
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path csv = folder.resolve("plan.csv");
    Files.writeString(csv, "format,batchsize\nraw,4\n");
    assertEquals(
        "--plan: knows no column 'batchsize', but [format, depth, batch_size, batch_count,"
            + " concurrency, order, repetitions]",
        errors("--plan=" + csv).get(0));
    Files.writeString(csv, "format\n");
    assertEquals(List.of("--plan: has no rows"), errors("--plan=" + csv));
    assertEquals(
        List.of("--batchSizes: is what --grid says already"),
        errors("--grid=seed", "--batchSizes=3"));
    assertEquals(
        List.of(
            "--batchSizes: 'x' is not a whole number",
            "--batchSizes: 0 is not from 1 to 1048576",
            "--formats: 'jpeg' is none of raw, tfrecord, tfrecord-gzip",
            "--depths: 'deep' is none of bytes, parse, decode, resize"),
        errors("--batchSizes=x,0", "--formats=jpeg", "--depths=deep"));
  }

  @Test
  void warmUpsComeFirstAndTheRestIsShuffledBySeed() throws IOException {
    Plan plan = plan("--batchSizes=2,8", "--concurrencies=1,4", "--repetitions=5");

    List<Trial> order = plan.inOrderOfExecution(2, 7);

    assertEquals(2 * 8 + 80, order.size());
    List<Trial> warmUps = order.subList(0, 16);
    List<Trial> measured = order.subList(16, 96);
    assertTrue(warmUps.stream().allMatch(trial -> trial.phase() == Phase.WARMUP));
    assertTrue(warmUps.stream().allMatch(trial -> trial.cell().batchSize() == 8));
    assertEquals(8, warmUps.stream().map(Trial::cell).distinct().count());
    List<Integer> planned = measured.stream().map(Trial::planned).toList();
    assertNotEquals(planned.stream().sorted().toList(), planned);
    assertEquals(80, planned.stream().distinct().count());
    assertEquals(order, plan.inOrderOfExecution(2, 7));
    assertNotEquals(order, plan.inOrderOfExecution(2, 8));
    for (int place = 0; place < order.size(); place++) {
      assertEquals(place, order.get(place).place());
    }
  }
}
