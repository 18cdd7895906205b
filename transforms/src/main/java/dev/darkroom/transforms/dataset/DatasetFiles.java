package dev.darkroom.transforms.dataset;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where everything of one dataset lies: the only place that knows its file names. Immutable. */
@AutoValue
public abstract class DatasetFiles implements Serializable {
  /** Last to appear and first to go: the dataset is complete. */
  public static final String SUCCESS = "_SUCCESS";

  /** What was written, per shard, and from what. */
  public static final String MANIFEST = "manifest.json";

  /** What TensorFlow Datasets opens the folder by. */
  public static final String DATASET_INFO = "dataset_info.json";

  /** The features of a record, as TensorFlow Datasets describes them. */
  public static final String FEATURES = "features.json";

  /** The folder of the rows on what was rejected. */
  public static final String REJECTED = "rejected/";

  /** How the names of folders begin that hold what a run has not yet published. */
  public static final String UNFINISHED = ".darkroom-";

  /** The dataset's folder, with a trailing slash. */
  public abstract String folder();

  /** The dataset's name, the first part of every shard's name. */
  public abstract String name();

  /** Whether shards are gzip streams. */
  public abstract boolean gzip();

  /** All arguments as the accessors of the same names describe them; the slash may be missing. */
  public static DatasetFiles of(String folder, String name, boolean gzip) {
    String withSlash = folder.endsWith("/") ? folder : folder + "/";
    return new AutoValue_DatasetFiles(withSlash, name, gzip);
  }

  /** The shard's name in the folder: {@code flowers-train-00000-of-00016.tfrecord}. */
  public String shard(ShardId shard) {
    return name() + "-" + shard + (gzip() ? ".tfrecord.gz" : ".tfrecord");
  }

  /** The name of a shard's index. */
  public String index(ShardId shard) {
    return shard(shard) + ".idx";
  }

  /** The name of the rows on what was rejected on its way to a shard. */
  public String rejections(ShardId shard) {
    return REJECTED + shard + ".jsonl";
  }

  /** The names of all files a finished shard consists of. */
  public List<String> published(ShardResult result) {
    List<String> names = new ArrayList<>();
    names.add(shard(result.shard()));
    if (!gzip()) {
      names.add(index(result.shard()));
    }
    if (!result.rejected().isEmpty()) {
      names.add(rejections(result.shard()));
    }
    return names;
  }

  /** The name of the class names, one a line, for the feature that holds the class id. */
  public static String labels(String feature) {
    return feature + ".labels.txt";
  }

  /** The content of that file. */
  public static String labelLines(List<String> labels) {
    return labels.stream().map(label -> label + "\n").collect(Collectors.joining());
  }

  /** The full path of a file of the dataset. */
  public String at(String name) {
    return folder() + name;
  }

  /** The folder for what one run has not yet published, with a trailing slash. */
  public String unfinished(String run) {
    return at(UNFINISHED + run + "/");
  }

  /** The plan of a run, for whoever watches it. */
  public String plan(String run) {
    return unfinished(run) + "plan.json";
  }
}
