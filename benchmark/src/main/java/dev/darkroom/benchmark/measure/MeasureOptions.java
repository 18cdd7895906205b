package dev.darkroom.benchmark.measure;

import dev.darkroom.transforms.gcs.GcsAccessOptions;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The flags of {@code measure}; those of Beam and its runners come beside them. */
public interface MeasureOptions extends GcsAccessOptions {
  @Description("The raw images: a folder, read to any depth, or a pattern; several, by commas.")
  List<String> getInput();

  void setInput(List<String> value);

  @Description(
      "The records: a folder that convert wrote, or a pattern of shards in one folder; several, by "
          + "commas, such as one uncompressed and one gzip. This or --input is required.")
  List<String> getRecords();

  void setRecords(List<String> value);

  @Description("The folder of results; each run adds files of its own. Required.")
  String getOutput();

  void setOutput(String value);

  @Description("raw, tfrecord, tfrecord-gzip. Default: all there is data for.")
  String getFormats();

  void setFormats(String value);

  @Description("bytes, parse, decode, resize: how far each image is taken.")
  @Default.String("parse,decode")
  String getDepths();

  void setDepths(String value);

  @Description("Images a batch.")
  @Default.String("32")
  String getBatchSizes();

  void setBatchSizes(String value);

  @Description("Batches a pass; a trial repeats passes until its window is filled.")
  @Default.String("8")
  String getBatchCounts();

  void setBatchCounts(String value);

  @Description("Reads in flight inside one trial.")
  @Default.String("1,8")
  String getConcurrencies();

  void setConcurrencies(String value);

  @Description(
      "sequential, shuffled (shards in random order) or random (single records, by the index).")
  @Default.String("sequential")
  String getOrders();

  void setOrders(String value);

  @Description("Trials of each combination.")
  @Default.Integer(5)
  int getRepetitions();

  void setRepetitions(int value);

  @Description(
      "seed: batch sizes 2,4,6,8 with batch counts 3,6,12,18, three times, as the flowers courses do.")
  String getGrid();

  void setGrid(String value);

  @Description(
      "A plan instead of the flags above: a CSV file with a header, or a JSON array, of format, depth, "
          + "batch_size, batch_count, concurrency, order, repetitions; what is left out is the flag's "
          + "first value.")
  String getPlan();

  void setPlan(String value);

  @Description(
      "isolation (one trial at a time on the whole cluster), contention (see --contention) or scan (the "
          + "whole set once, in parallel across the cluster).")
  @Default.String("isolation")
  String getMode();

  void setMode(String value);

  @Description("How many of the same trial run at once; means --mode=contention.")
  @Default.Integer(1)
  int getContention();

  void setContention(int value);

  @Description("Into how many parts a scan deals raw files, to be read where there is a worker.")
  @Default.Integer(64)
  int getParts();

  void setParts(int value);

  @Description("Warm-up trials of each format, depth, concurrency and order; kept, never counted.")
  @Default.Integer(1)
  int getWarmUps();

  void setWarmUps(int value);

  @Description("A trial reads at least so many seconds.")
  @Default.Double(1)
  double getMinSeconds();

  void setMinSeconds(double value);

  @Description("A trial reads at least so many images.")
  @Default.Long(64)
  long getMinImages();

  void setMinImages(long value);

  @Description("Seed of the order of trials, and of the orders shuffled and random.")
  @Default.Long(0)
  long getSeed();

  void setSeed(long value);

  @Description("Width of resized images, in pixels.")
  @Default.Integer(192)
  int getWidth();

  void setWidth(int value);

  @Description("Height of resized images, in pixels.")
  @Default.Integer(192)
  int getHeight();

  void setHeight(int value);

  @Description("Drop the page cache before every pass, where the system permits it.")
  @Default.Boolean(false)
  boolean isDropCaches();

  void setDropCaches(boolean value);

  @Description("The records hold the files' own bytes; anything else is a failed run.")
  @Default.Boolean(false)
  boolean isOriginals();

  void setOriginals(boolean value);

  @Description("The records need not be of the raw files; no ratio of the two then means much.")
  @Default.Boolean(false)
  boolean isUnrelated();

  void setUnrelated(boolean value);

  @Description("Print the result as one JSON object instead of a table.")
  @Default.Boolean(false)
  boolean isJson();

  void setJson(boolean value);
}
