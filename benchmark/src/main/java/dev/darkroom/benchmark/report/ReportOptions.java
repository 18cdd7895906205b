package dev.darkroom.benchmark.report;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** The flags of {@code report}. */
public interface ReportOptions extends PipelineOptions {
  @Description("The folder of results that measure wrote. Required.")
  String getResults();

  void setResults(String value);

  @Description("Another folder of results: an earlier run, another bucket, another machine.")
  String getCompareWith();

  void setCompareWith(String value);

  @Description("A JSON file of your prices and your number of images, for the cost of an epoch.")
  String getPrices();

  void setPrices(String value);

  @Description("The folder of results.json and report.html. Default: that of the results.")
  String getOutput();

  void setOutput(String value);

  @Description("Print results.json instead of what it comes to.")
  @Default.Boolean(false)
  boolean isJson();

  void setJson(boolean value);
}
