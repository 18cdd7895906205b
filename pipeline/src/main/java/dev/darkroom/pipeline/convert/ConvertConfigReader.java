package dev.darkroom.pipeline.convert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.transforms.cli.CommandLine;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.dataset.ShardSizing;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.gcs.GcsUri;
import dev.darkroom.transforms.planning.PlanSettings;
import dev.darkroom.transforms.publish.PublishSettings;
import dev.darkroom.transforms.storage.SourceReader;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** From the flags of {@code convert} to what they mean, or to all that is wrong with them. */
public final class ConvertConfigReader {
  private final ConvertOptions options;
  private final CommandLine commandLine;
  private final FlagChecks check;

  /**
   * @param commandLine what {@code options} were read from; its errors are told of as well
   */
  public ConvertConfigReader(ConvertOptions options, CommandLine commandLine) {
    this.options = options;
    this.commandLine = commandLine;
    this.check = new FlagChecks(commandLine.errors());
  }

  /**
   * Reads all flags.
   *
   * @throws UserException with every error of the command line
   */
  ConvertConfig read() throws UserException {
    List<ImageInput> inputs = inputs();
    String output = check.given("output", options.getOutput()) ? output(inputs) : "";
    return read(inputs, output);
  }

  /**
   * Reads all flags of a run that leaves the output alone, which need not be given.
   *
   * @param scratch the folder to use instead
   * @throws UserException with every error of the command line
   */
  public ConvertConfig readDry(String scratch) throws UserException {
    List<ImageInput> inputs = inputs();
    if (options.getOutput() != null) {
      output(inputs);
    }
    return read(inputs, scratch);
  }

  private ConvertConfig read(List<ImageInput> inputs, String output) throws UserException {
    check.matches(
        "name", options.getName(), "[a-zA-Z]\\w*", "letters, digits and _, a letter first");
    ImageFlags images = new ImageFlags(options, check);
    Schema schema = check.oneOf("schema", options.getSchema(), Schema.class);
    SplitRule splits = check.parsed("split", options.getSplit(), SplitRule::parse);
    List<String> labels =
        options.getClassLabels() == null
            ? List.of()
            : new LabelsReader(check).read(options.getClassLabels());
    if (options.getNumShards() != null) {
      check.range("numShards", options.getNumShards(), 1, ShardSizing.MOST_SHARDS);
    }
    check.range("targetShardBytes", options.getTargetShardBytes(), 1, Long.MAX_VALUE);
    check.matches("compression", options.getCompression(), "none|gzip", "none or gzip");
    check.range("maxFileBytes", options.getMaxFileBytes(), 1, SourceReader.MOST_BYTES);
    check.range("maxImageSeconds", options.getMaxImageSeconds(), 1, 86_400);
    check.range("connectTimeout", options.getConnectTimeout(), 1, 3600);
    check.range("maxRejectRatio", options.getMaxRejectRatio(), 0, 1);
    commandLine.check();

    ConvertSettings conversion =
        ConvertSettings.builder()
            .files(
                DatasetFiles.of(output, options.getName(), options.getCompression().equals("gzip")))
            .run(UUID.randomUUID().toString())
            .image(images.spec())
            .engine(images.engine())
            .schema(schema)
            .seed(options.getSeed())
            .maxFileBytes(options.getMaxFileBytes())
            .maxImageSeconds(options.getMaxImageSeconds())
            .readsGcs(inputs.stream().anyMatch(input -> GcsUri.is(input.root())))
            .build();
    return ConvertConfig.builder()
        .inputs(inputs)
        .plan(PlanSettings.of(inputs.size(), splits, labels, sizing()))
        .conversion(conversion)
        .publish(PublishSettings.of(recorded(images).toString(), options.isOverwrite()))
        .maxRejectRatio(options.getMaxRejectRatio())
        .build();
  }

  private List<ImageInput> inputs() {
    List<String> given = options.getInput();
    if (given == null || given.isEmpty() || given.stream().allMatch(String::isEmpty)) {
      check.given("input", "");
      return List.of();
    }
    return given.stream()
        .filter(input -> !input.isEmpty())
        .map(ImageInput::of)
        .collect(Collectors.toList());
  }

  /** The output's folder; it may not lie where a later run would list it. */
  private String output(List<ImageInput> inputs) {
    String folder = check.folder("output", options.getOutput());
    for (ImageInput input : inputs) {
      if (input.isFolder() && folder.startsWith(input.root())) {
        check.fail("output", options.getOutput() + " lies inside --input=" + input.given());
      }
    }
    return folder;
  }

  private ShardSizing sizing() {
    return options.getNumShards() == null
        ? ShardSizing.targeting(options.getTargetShardBytes())
        : ShardSizing.exactly(options.getNumShards());
  }

  /**
   * What shaped the records, for the manifest; not where they came from or what machine made them.
   */
  private ObjectNode recorded(ImageFlags images) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    images.record(node);
    node.put("split", options.getSplit());
    node.put("seed", options.getSeed());
    node.put("compression", options.getCompression());
    node.put("maxFileBytes", options.getMaxFileBytes());
    if (options.getNumShards() == null) {
      node.put("targetShardBytes", options.getTargetShardBytes());
    } else {
      node.put("numShards", options.getNumShards());
    }
    return node;
  }
}
