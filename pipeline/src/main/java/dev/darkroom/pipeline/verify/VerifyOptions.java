package dev.darkroom.pipeline.verify;

import dev.darkroom.transforms.gcs.GcsAccessOptions;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The flags of {@code verify}; those of Beam and its runners come beside them. */
public interface VerifyOptions extends GcsAccessOptions {
  @Description("The folder of the dataset. Required.")
  List<String> getInput();

  void setInput(List<String> value);

  @Description("Print the result as one JSON object instead of a table.")
  @Default.Boolean(false)
  boolean isJson();

  void setJson(boolean value);
}
