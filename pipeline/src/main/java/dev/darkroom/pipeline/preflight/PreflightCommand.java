package dev.darkroom.pipeline.preflight;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.Range;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.gcs.GcsAccess;
import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.run.Job;
import dev.darkroom.transforms.run.RunnerSettings;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;

/** Asks every worker, within a minute, what a conversion would find out after an hour. */
public final class PreflightCommand {
  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param out for the result
   * @param err for problems
   */
  public PreflightCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Asks them.
   *
   * @throws UserException if the user can mend what is wrong
   * @throws IOException if storage fails
   */
  public ExitCode run(List<String> arguments) throws UserException, IOException {
    CommandLine commandLine = new CommandLine(arguments);
    PreflightOptions options = commandLine.parse(PreflightOptions.class);
    FileSystems.setDefaultPipelineOptions(options);
    FlagChecks check = new FlagChecks(commandLine.errors());
    List<String> given = options.getInput() == null ? List.of() : options.getInput();
    check.given("input", String.join(",", given));
    String output = check.given("output", options.getOutput()) ? options.getOutput() : "";
    String folder = check.folder("output", output);
    EngineChoice engine = check.oneOf("engine", options.getEngine(), EngineChoice.class);
    check.range("probes", options.getProbes(), 1, 10_000);
    check.range("connectTimeout", options.getConnectTimeout(), 1, 3600);
    commandLine.check();

    List<ImageInput> inputs = given.stream().map(ImageInput::of).collect(Collectors.toList());
    String reports = folder + ".preflight-" + UUID.randomUUID() + "/";
    new GcsAccess(options).requireWritable("output", reports + "access");
    try {
      probe(options, commandLine, inputs, reports);
      return judge(engine, read(reports), options.isJson());
    } finally {
      StoredFiles.deleteFolder(reports);
    }
  }

  private static void probe(
      PreflightOptions options, CommandLine commandLine, List<ImageInput> inputs, String reports) {
    boolean alone = RunnerSettings.inThisProcess(options, commandLine);
    int probes = alone ? 1 : options.getProbes();
    Pipeline pipeline =
        Pipeline.create(RunnerSettings.apply(options, PreflightOptions.class, commandLine));
    pipeline
        .apply(
            "Number probes",
            Create.of(ContiguousSet.create(Range.closedOpen(0, probes), DiscreteDomain.integers()))
                .withCoder(VarIntCoder.of()))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Probe", ParDo.of(new ProbeFn(inputs, reports, alone)));
    Job.runInSilence(pipeline);
  }

  private static List<WorkerReport> read(String reports) throws IOException {
    TreeMap<String, WorkerReport> byWorker = new TreeMap<>();
    for (String name : StoredFiles.sizes(reports).keySet()) {
      WorkerReport report = Json.parse(StoredFiles.text(reports + name), WorkerReport.class);
      byWorker.put(report.host() + ":" + report.process(), report);
    }
    return new ArrayList<>(byWorker.values());
  }

  private ExitCode judge(EngineChoice engine, List<WorkerReport> workers, boolean json)
      throws IOException {
    List<String> problems = new ArrayList<>();
    for (WorkerReport worker : workers) {
      worker.problems().forEach(problem -> problems.add(worker.host() + ": " + problem));
      if (engine == EngineChoice.TENSORFLOW && !worker.tensorFlow()) {
        problems.add(worker.host() + ": TensorFlow's native library does not load");
      }
    }
    if (engine == EngineChoice.AUTO
        && workers.stream().map(WorkerReport::tensorFlow).distinct().count() > 1) {
      problems.add("TensorFlow loads on some workers only: --engine=auto would mix two engines");
    }
    if (json) {
      out.println(Json.line(workers));
    } else {
      out.printf("%-40s %8s %-12s %-20s %s%n", "host", "process", "java", "platform", "TensorFlow");
      workers.forEach(
          worker ->
              out.printf(
                  "%-40s %8d %-12s %-20s %s%n",
                  worker.host(),
                  worker.process(),
                  worker.java(),
                  worker.platform(),
                  worker.tensorFlow() ? "loads" : "does not load"));
    }
    problems.forEach(err::println);
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILURE;
  }
}
