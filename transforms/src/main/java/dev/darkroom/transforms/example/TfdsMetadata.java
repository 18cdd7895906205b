package dev.darkroom.transforms.example;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.transforms.image.spec.OutputForm;
import dev.darkroom.transforms.json.Json;
import java.util.List;
import java.util.Locale;

/**
 * The two files by which TensorFlow Datasets opens a folder of shards as it is: {@code
 * tfds.builder_from_directory}. Both are the JSON form of its own protocol buffers, in which 64-bit
 * integers are strings.
 */
public final class TfdsMetadata {
  /** One split as {@code dataset_info.json} tells of it. */
  public static final class SplitInfo {
    private final String name;
    private final List<Long> shardLengths;
    private final long bytes;

    /**
     * @param shardLengths records per shard, in order; sub-splits such as {@code train[:10%]} rely
     *     on them
     * @param bytes the size of all shards
     */
    public SplitInfo(String name, List<Long> shardLengths, long bytes) {
      this.name = name;
      this.shardLengths = List.copyOf(shardLengths);
      this.bytes = bytes;
    }
  }

  private static final String FEATURES = "tensorflow_datasets.core.features.";

  private TfdsMetadata() {}

  /** The content of {@code dataset_info.json}. */
  public static String datasetInfo(String name, Schema schema, List<SplitInfo> splits) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("name", name);
    info.put("version", "1.0.0");
    info.put("fileFormat", "tfrecord");
    info.putObject("supervisedKeys")
        .put("input", schema.imageFeature())
        .put("output", schema.classFeature());
    ArrayNode list = info.putArray("splits");
    for (SplitInfo split : splits) {
      ObjectNode node = list.addObject();
      node.put("name", split.name);
      node.put("filepathTemplate", "{DATASET}-{SPLIT}-{SHARD_X_OF_Y}.{FILEFORMAT}");
      ArrayNode lengths = node.putArray("shardLengths");
      split.shardLengths.forEach(length -> lengths.add(Long.toString(length)));
      node.put("numBytes", Long.toString(split.bytes));
    }
    return Json.pretty(info);
  }

  /** The content of {@code features.json} for images of one form and {@code classes} classes. */
  public static String features(Schema schema, OutputForm form, int classes) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("pythonClassName", FEATURES + "features_dict.FeaturesDict");
    ObjectNode features = root.putObject("featuresDict").putObject("features");
    for (Feature feature : schema.features()) {
      describe(features.putObject(feature.name()), feature, form, classes);
    }
    return Json.pretty(root);
  }

  private static void describe(ObjectNode node, Feature feature, OutputForm form, int classes) {
    switch (feature.kind()) {
      case IMAGE:
        node.put("pythonClassName", FEATURES + "image_feature.Image");
        ObjectNode image = node.putObject("image");
        dimensions(image, Integer.toString(form.height()), Integer.toString(form.width()), "3");
        image.put("dtype", "uint8");
        form.format()
            .ifPresent(f -> image.put("encodingFormat", f.name().toLowerCase(Locale.ROOT)));
        break;
      case CLASS_LABEL:
        node.put("pythonClassName", FEATURES + "class_label_feature.ClassLabel");
        node.putObject("classLabel").put("numClasses", Integer.toString(classes));
        break;
      case KEY:
      case TEXT:
        node.put("pythonClassName", FEATURES + "text_feature.Text");
        node.putObject("text");
        break;
      case INT64_VECTOR:
        tensor(node, "int64", feature.length());
        break;
      case FLOAT_PER_CLASS:
        tensor(node, "float32", classes);
        break;
    }
  }

  private static void tensor(ObjectNode node, String type, int length) {
    node.put("pythonClassName", FEATURES + "tensor_feature.Tensor");
    ObjectNode tensor = node.putObject("tensor");
    dimensions(tensor, Integer.toString(length));
    tensor.put("dtype", type).put("encoding", "none");
  }

  private static void dimensions(ObjectNode node, String... dimensions) {
    ArrayNode list = node.putObject("shape").putArray("dimensions");
    for (String dimension : dimensions) {
      list.add(dimension);
    }
  }
}
