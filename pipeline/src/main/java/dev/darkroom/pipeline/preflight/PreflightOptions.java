package dev.darkroom.pipeline.preflight;

import dev.darkroom.transforms.gcs.GcsAccessOptions;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The flags of {@code preflight}; those of Beam and its runners come beside them. */
public interface PreflightOptions extends GcsAccessOptions {
  @Description("The inputs that convert is going to read. Required.")
  List<String> getInput();

  void setInput(List<String> value);

  @Description("The folder that convert is going to write to. Required.")
  String getOutput();

  void setOutput(String value);

  @Description("The engine that convert is going to use.")
  @Default.String("auto")
  String getEngine();

  void setEngine(String value);

  @Description("How many calls to spread over the workers; several for each of them.")
  @Default.Integer(32)
  int getProbes();

  void setProbes(int value);

  @Description("Print the result as one JSON object instead of a table.")
  @Default.Boolean(false)
  boolean isJson();

  void setJson(boolean value);
}
