package dev.darkroom.pipeline.convert;

import dev.darkroom.transforms.cli.FlagName;
import dev.darkroom.transforms.gcs.GcsAccessOptions;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The flags of {@code convert}; those of Beam and its runners come beside them. */
public interface ConvertOptions extends GcsAccessOptions {
  @Description(
      "What to convert: a folder, read to any depth, or a pattern such as 'photos/*/*.jpg' or "
          + "'gs://bucket/photos/**'; several, separated by commas or by repeating the flag. Required.")
  List<String> getInput();

  void setInput(List<String> value);

  @Description("The folder of the dataset; must be empty or absent. Required.")
  String getOutput();

  void setOutput(String value);

  @Description("The dataset's name: the first part of every shard's, letters, digits and _.")
  @Default.String("images")
  String getName();

  void setName(String value);

  @Description("Width of the stored images, in pixels.")
  @Default.Integer(192)
  int getWidth();

  void setWidth(int value);

  @Description("Height of the stored images, in pixels.")
  @Default.Integer(192)
  int getHeight();

  void setHeight(int value);

  @Description(
      "How images come to fit --width and --height: cover (fill, then cut off what sticks out), "
          + "contain (whole, with bars), inside (whole, without bars), stretch, shortest or longest "
          + "(that side becomes the box's), none. img2dataset's names are understood.")
  @Default.String("cover")
  String getFit();

  void setFit(String value);

  @Description("Whether small images may grow to fit.")
  @Default.Boolean(true)
  boolean isEnlarge();

  void setEnlarge(boolean value);

  @Description("How pixels are made of pixels: area (means), or bilinear (no antialiasing).")
  @Default.String("area")
  String getResample();

  void setResample(String value);

  @Description(
      "With --resample=bilinear: JPEG files give, bit for bit, what TensorFlow's decode_jpeg, "
          + "resize, crop, cast and encode_jpeg give. Grey stays grey; EXIF orientation is ignored.")
  @Default.Boolean(false)
  boolean isExact();

  void setExact(boolean value);

  @Description("Whether to turn images as their metadata says.")
  @Default.Boolean(true)
  boolean isOrient();

  void setOrient(boolean value);

  @Description(
      "What becomes of embedded colour profiles: ignore, as training pipelines do, or convert to "
          + "sRGB.")
  @Default.String("ignore")
  String getIcc();

  void setIcc(String value);

  @Description("Colour behind transparent pixels and beside contained images, rrggbb.")
  @Default.String("ffffff")
  String getBackground();

  void setBackground(String value);

  @Description("What images are stored as: jpeg, png, or original (PNG for all but JPEG and WebP).")
  @Default.String("jpeg")
  String getFormat();

  void setFormat(String value);

  @Description("Chroma subsampling of stored JPEGs: 444 (none) or 420.")
  @Default.String("444")
  String getChroma();

  void setChroma(String value);

  @Description("Whether stored JPEGs are progressive.")
  @Default.Boolean(false)
  boolean isProgressive();

  void setProgressive(boolean value);

  @Description("Images whose shorter side has fewer pixels than this are rejected.")
  @Default.Integer(1)
  int getMinSize();

  void setMinSize(int value);

  @Description("Images whose longer side is more than this many times the shorter are rejected.")
  Double getMaxAspect();

  void setMaxAspect(Double value);

  @Description("JPEG quality of the stored images, 1 to 100.")
  @Default.Integer(95)
  int getQuality();

  void setQuality(int value);

  @Description(
      "What decodes, resizes and encodes: tensorflow, imgscalr (plain Java), or auto: tensorflow "
          + "where its library loads.")
  @Default.String("auto")
  String getEngine();

  void setEngine(String value);

  @Description(
      "The features of a record: tfds (image, label, file_name) or flowers (image, class, label, "
          + "size, one_hot_class).")
  @Default.String("tfds")
  String getSchema();

  void setSchema(String value);

  @Description(
      "Class names in the order of their ids, separated by commas, or a file with one a line. "
          + "Images with another label are rejected. Default: the folder names found, sorted.")
  @FlagName("labels")
  String getClassLabels();

  void setClassLabels(String value);

  @Description(
      "Splits by stable hash of the file's path, in whole percentages: "
          + "train:80,validation:10,test:10. A lone name takes all.")
  @Default.String("train")
  String getSplit();

  void setSplit(String value);

  @Description("Exactly this many shards per split. Default: as --targetShardBytes says.")
  Integer getNumShards();

  void setNumShards(Integer value);

  @Description(
      "Size to aim at for a shard, in bytes; where there are 1024 images or more, 16 shards at least.")
  @Default.Long(128L << 20)
  long getTargetShardBytes();

  void setTargetShardBytes(long value);

  @Description(
      "Seed of the assignment to shards and the order in them; splits do not depend on it.")
  @Default.Long(0)
  long getSeed();

  void setSeed(long value);

  @Description("Compression of the shards: none or gzip. Gzip forgoes the index and TFDS metadata.")
  @Default.String("none")
  String getCompression();

  void setCompression(String value);

  @Description("Images that declare more pixels than this are rejected before they are decoded.")
  @Default.Long(100_000_000)
  long getMaxPixels();

  void setMaxPixels(long value);

  @Description("Files of more bytes than this are rejected unread.")
  @Default.Long(256L << 20)
  long getMaxFileBytes();

  void setMaxFileBytes(long value);

  @Description("Images that take longer than this to convert are rejected, in seconds.")
  @Default.Integer(60)
  int getMaxImageSeconds();

  void setMaxImageSeconds(int value);

  @Description("Exit with 4 if more than this fraction of the inputs is rejected, 0 to 1.")
  @Default.Double(0.01)
  double getMaxRejectRatio();

  void setMaxRejectRatio(double value);

  @Description("Replace a dataset that an earlier run left in --output; other files there stay.")
  @Default.Boolean(false)
  boolean isOverwrite();

  void setOverwrite(boolean value);

  @Description("Print the result as one JSON object instead of a table.")
  @Default.Boolean(false)
  boolean isJson();

  void setJson(boolean value);
}
