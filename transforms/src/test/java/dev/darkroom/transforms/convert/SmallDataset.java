package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.coders.ImageRefCoder;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.ShardSizing;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.listing.ListImages;
import dev.darkroom.transforms.planning.PlanDataset;
import dev.darkroom.transforms.planning.PlanSettings;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.publish.PublishDataset;
import dev.darkroom.transforms.publish.PublishSettings;
import dev.darkroom.transforms.tfrecord.format.RecordReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.tensorflow.proto.Example;

/** One small conversion for tests: what is changed here is what the test is about. */
public final class SmallDataset {
  /** Size of every output, in pixels. */
  public static final int SIDE = 8;

  /** Larger source files are rejected. */
  public static final int MAX_FILE_BYTES = 20_000;

  /** The dataset's folder. */
  public final Path output;

  /** Shards per split. */
  public ShardSizing sizing = ShardSizing.exactly(3);

  /** Given labels, none for those found. */
  public List<String> labels = List.of();

  /** See the accessor of the same name of {@link ConvertSettings}. */
  public long seed = 42;

  /** See the accessor of the same name of {@link ConvertSettings}. */
  public Schema schema = Schema.TFDS;

  /** See the accessor of the same name of {@link ConvertSettings}. */
  public EngineChoice engine = EngineChoice.IMGSCALR;

  /** See the accessor of the same name of {@link ConvertSettings}. */
  public String run = "run1";

  /** Whether shards are gzip streams. */
  public boolean gzip;

  /** Whether an earlier dataset gives way. */
  public boolean overwrite;

  /** Splits. */
  public SplitRule splits = SplitRule.parse("train:70,test:30");

  /** A dataset to be written to {@code output}. */
  public SmallDataset(Path output) {
    this.output = output;
  }

  /** Settings of the conversion. */
  public ConvertSettings conversion() {
    return ConvertSettings.builder()
        .files(DatasetFiles.of(output.toString(), "flowers", gzip))
        .run(run)
        .image(ImageSpec.builder().width(SIDE).height(SIDE).build())
        .engine(engine)
        .schema(schema)
        .seed(seed)
        .maxFileBytes(MAX_FILE_BYTES)
        .maxImageSeconds(60)
        .readsGcs(false)
        .build();
  }

  /** Settings of the publication. */
  public PublishSettings publication() {
    return PublishSettings.of(
        String.format(
            "{\"width\":%d,\"height\":%d,\"compression\":\"%s\"}",
            SIDE, SIDE, gzip ? "gzip" : "none"),
        overwrite);
  }

  /** Lists, plans, converts and publishes on the DirectRunner, with all its checks. */
  public PipelineResult convert(String... inputs) {
    List<ImageInput> given = Arrays.stream(inputs).map(ImageInput::of).toList();
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    return convert(pipeline, pipeline.apply(ListImages.of(given, splits)), inputs.length);
  }

  /** The same for references of the test's own making. */
  public PipelineResult convert(List<ImageRef> refs) {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    return convert(
        pipeline, pipeline.apply("Refs", Create.of(refs).withCoder(ImageRefCoder.of())), 1);
  }

  private PipelineResult convert(Pipeline pipeline, PCollection<ImageRef> refs, int inputs) {
    PlanSettings planning = PlanSettings.of(inputs, splits, labels, sizing);
    PCollectionView<DatasetPlan> plan =
        refs.apply("Plan", PlanDataset.of(planning, conversion()))
            .apply("Share", View.asSingleton());
    refs.apply("Convert", ConvertShards.of(conversion(), plan))
        .apply("Publish", PublishDataset.of(conversion(), publication(), plan));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    return result;
  }

  /** The manifest as written. */
  public Manifest manifest() throws IOException {
    return Manifest.parse(Files.readString(output.resolve("manifest.json")));
  }

  /** All files below the output by name, their bytes one char each. */
  public Map<String, String> files() throws IOException {
    return tree(output);
  }

  /** The records by key, of all shards; a key that occurs twice fails. */
  public Map<String, Example> records() throws IOException {
    Map<String, Example> records = new TreeMap<>();
    for (String name : files().keySet()) {
      if (name.endsWith(".tfrecord")) {
        for (Example example : shard(name)) {
          String key =
              example
                  .getFeatures()
                  .getFeatureOrThrow("file_name")
                  .getBytesList()
                  .getValue(0)
                  .toStringUtf8();
          if (records.put(key, example) != null) {
            throw new AssertionError(key + " is there twice");
          }
        }
      }
    }
    return records;
  }

  /** The records of one shard. */
  public List<Example> shard(String name) throws IOException {
    List<Example> examples = new ArrayList<>();
    try (RecordReader reader = new RecordReader(FileChannel.open(output.resolve(name)))) {
      for (byte[] record = reader.next(); record != null; record = reader.next()) {
        examples.add(Example.parseFrom(record));
      }
    }
    return examples;
  }

  /** All files below a folder by name, their bytes one char each. */
  public static Map<String, String> tree(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(path).toString(),
            Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  /** Draws {@code count} images of a class, JPEG and PNG in turn, no two alike. */
  public static void draw(Path input, String label, int count) throws IOException {
    Path folder = Files.createDirectories(input.resolve(label));
    for (int i = 0; i < count; i++) {
      String format = i % 2 == 0 ? "jpg" : "png";
      BufferedImage image = new BufferedImage(12 + i % 5, 10, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(new Color(Color.HSBtoRGB(i / 17f + label.hashCode() % 7 / 7f, 0.7f, 0.9f)));
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.setColor(Color.BLACK);
      graphics.fillRect(i % 9, i % 7, 3, 3);
      graphics.dispose();
      ImageIO.write(image, format, folder.resolve(i + "." + format).toFile());
    }
  }
}
