package dev.darkroom.pipeline.plan;

import dev.darkroom.pipeline.convert.ConvertOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The flags of {@code plan}: those of {@code convert}, and what it is to be planned for. */
public interface PlanOptions extends ConvertOptions {
  @Description(
      "The folder meant for the dataset, checked as convert does; nothing is written there.")
  @Override
  String getOutput();

  @Override
  void setOutput(String value);

  @Description("Images converted in each split, to learn what becomes of all.")
  @Default.Integer(512)
  int getSample();

  void setSample(int value);

  @Description("Machines that --runner will have.")
  @Default.Integer(1)
  int getWorkers();

  void setWorkers(int value);

  @Description("Processors of each. Default: this machine's.")
  Integer getWorkerVcpus();

  void setWorkerVcpus(Integer value);

  @Description("Memory of each, in GB. Default: this machine's.")
  Double getWorkerMemoryGb();

  void setWorkerMemoryGb(Double value);

  @Description("Disk of each, in GB; held against --quotas.")
  @Default.Integer(100)
  int getWorkerDiskGb();

  void setWorkerDiskGb(int value);

  @Description("What the disks are: standard or ssd.")
  @Default.String("standard")
  String getWorkerDisk();

  void setWorkerDisk(String value);

  @Description("Processors of a machine that converts nothing, such as Dataproc's master; 0: none.")
  @Default.Integer(0)
  int getMasterVcpus();

  void setMasterVcpus(int value);

  @Description("Whether every machine has an external address.")
  @Default.Boolean(false)
  boolean isExternalAddresses();

  void setExternalAddresses(boolean value);

  @Description(
      "Seconds until the first image is read, once you know them. Default: this run's own, and "
          + "15 more for a Spark cluster, 180 more for Dataflow.")
  Double getStartUpSeconds();

  void setStartUpSeconds(Double value);

  @Description(
      "JSON file of what you pay: currency, vcpu_per_hour, memory_gb_per_hour, class_a_per_10000, "
          + "class_b_per_10000, egress_per_gb.")
  String getPrices();

  void setPrices(String value);

  @Description(
      "JSON file of what you may have: any of vcpus, in_use_addresses, ssd_gb, standard_disk_gb.")
  String getQuotas();

  void setQuotas(String value);
}
