mock_provider "google" {
  source = "./tests/mocks"
}

variables {
  project_id    = "test-project"
  dataproc_mode = "cluster"
}

run "a_single_node" {
  command = plan

  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].gce_cluster_config[0].internal_ip_only
    error_message = "Machines have external addresses."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].gce_cluster_config[0].subnetwork == "projects/test-project/regions/us-central1/subnetworks/darkroom"
    error_message = "Machines are in another network."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].gce_cluster_config[0].service_account == "darkroom-dataproc@test-project.iam.gserviceaccount.com"
    error_message = "Machines run as somebody else."
  }
  assert {
    condition = (
      google_dataproc_cluster.this[0].cluster_config[0].gce_cluster_config[0].shielded_instance_config[0].enable_secure_boot &&
      google_dataproc_cluster.this[0].cluster_config[0].gce_cluster_config[0].shielded_instance_config[0].enable_vtpm &&
      google_dataproc_cluster.this[0].cluster_config[0].gce_cluster_config[0].shielded_instance_config[0].enable_integrity_monitoring
    )
    error_message = "Machines are not shielded."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].gce_cluster_config[0].metadata["block-project-ssh-keys"] == "true"
    error_message = "The project's SSH keys open the machines."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].software_config[0].image_version == "2.2.86-debian12"
    error_message = "The image is another, or not pinned."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].lifecycle_config[0].idle_delete_ttl == "1800s"
    error_message = "An idle cluster stays."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].lifecycle_config[0].auto_delete_time == timeadd(plantimestamp(), "8h")
    error_message = "An old cluster stays."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].endpoint_config[0].enable_http_port_access
    error_message = "Spark's pages cannot be seen."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].staging_bucket == "test-project-darkroom-staging" && google_dataproc_cluster.this[0].cluster_config[0].temp_bucket == "test-project-darkroom-staging"
    error_message = "Dataproc makes buckets of its own, which stay."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].labels == tomap({ app = "darkroom", managed_by = "terraform" })
    error_message = "The cluster has other labels."
  }
  assert {
    condition     = length(google_dataproc_cluster.this[0].cluster_config[0].worker_config) == 0 && length(google_dataproc_cluster.this[0].cluster_config[0].preemptible_worker_config) == 0
    error_message = "A single node has workers."
  }
  assert {
    condition     = length(google_dataproc_cluster.this[0].cluster_config[0].initialization_action) == 0
    error_message = "Nodes run a script that nobody asked for."
  }
  assert {
    condition     = length(google_dataproc_autoscaling_policy.this) == 0 && length(google_dataproc_cluster.this[0].cluster_config[0].autoscaling_config) == 0
    error_message = "A single node is to grow."
  }
  assert {
    condition = google_dataproc_cluster.this[0].cluster_config[0].software_config[0].override_properties == tomap({
      "dataproc:dataproc.allow.zero.workers"               = "true"
      "spark-env:TF_CPP_MIN_LOG_LEVEL"                     = "2"
      "spark:spark.dynamicAllocation.enabled"              = "true"
      "spark:spark.executor.cores"                         = "4"
      "spark:spark.executor.memory"                        = "5632m"
      "spark:spark.executor.memoryOverhead"                = "1024m"
      "spark:spark.executorEnv.TF_CPP_MIN_LOG_LEVEL"       = "2"
      "spark:spark.speculation"                            = "true"
      "spark:spark.yarn.appMasterEnv.TF_CPP_MIN_LOG_LEVEL" = "2"
      "yarn:yarn.nodemanager.resource.memory-mb"           = "7680"
      "yarn:yarn.scheduler.maximum-allocation-mb"          = "7680"
    })
    error_message = "Properties are ${jsonencode(google_dataproc_cluster.this[0].cluster_config[0].software_config[0].override_properties)}"
  }
  assert {
    condition     = output.dataproc_cluster == "darkroom" && output.dataproc_service_account == "darkroom-dataproc@test-project.iam.gserviceaccount.com" && output.serverless_runtime == "" && output.history_server == ""
    error_message = "Outputs tell of something else."
  }
  assert {
    condition     = output.shape == { machines = 1, vcpus = 4, ssd_gb = 0, standard_gb = 100 }
    error_message = "The shape is ${jsonencode(output.shape)}"
  }
}

run "workers_and_spot_workers" {
  command = plan

  variables {
    zone                        = "us-central1-f"
    cluster_name                = "big"
    master                      = { machine_type = "n2-standard-4", disk_type = "pd-ssd", disk_gb = 60 }
    workers                     = { count = 4, machine_type = "n2-highmem-16", disk_type = "pd-balanced", disk_gb = 500 }
    spot_workers_max            = 6
    executor_memory_overhead_mb = 2048
    idle_delete_ttl             = "900s"
    max_age                     = "24h"
    init_script                 = "init/setup.sh"
    image_version               = "2.2.90-rocky9"
    kms_key_name                = "projects/keys/locations/us-central1/keyRings/ring/cryptoKeys/key"
    quota                       = { vcpus = 164, ssd_gb = 5060, standard_gb = 0 }
  }

  assert {
    condition     = google_dataproc_cluster.this[0].name == "big" && google_dataproc_cluster.this[0].cluster_config[0].gce_cluster_config[0].zone == "us-central1-f"
    error_message = "The cluster has another name or zone."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].worker_config[0].num_instances == 4 && google_dataproc_cluster.this[0].cluster_config[0].worker_config[0].machine_type == "n2-highmem-16"
    error_message = "Workers are others."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].worker_config[0].disk_config[0].boot_disk_size_gb == 500 && google_dataproc_cluster.this[0].cluster_config[0].worker_config[0].disk_config[0].boot_disk_type == "pd-balanced"
    error_message = "Workers' disks are others."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].master_config[0].machine_type == "n2-standard-4" && google_dataproc_cluster.this[0].cluster_config[0].master_config[0].disk_config[0].boot_disk_size_gb == 60 && google_dataproc_cluster.this[0].cluster_config[0].master_config[0].disk_config[0].boot_disk_type == "pd-ssd"
    error_message = "The master is another."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].preemptible_worker_config[0].preemptibility == "SPOT" && google_dataproc_cluster.this[0].cluster_config[0].preemptible_worker_config[0].disk_config[0].boot_disk_size_gb == 500
    error_message = "Secondary workers are not spot machines with the workers' disks."
  }
  assert {
    condition     = google_dataproc_autoscaling_policy.this[0].worker_config[0].min_instances == 4 && google_dataproc_autoscaling_policy.this[0].worker_config[0].max_instances == 4 && google_dataproc_autoscaling_policy.this[0].secondary_worker_config[0].max_instances == 6
    error_message = "The autoscaler moves other workers than the six spot ones."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].autoscaling_config[0].policy_uri == "projects/test-project/locations/us-central1/autoscalingPolicies/darkroom"
    error_message = "The cluster does not follow the policy."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].lifecycle_config[0].idle_delete_ttl == "900s" && google_dataproc_cluster.this[0].cluster_config[0].lifecycle_config[0].auto_delete_time == timeadd(plantimestamp(), "24h")
    error_message = "The cluster lives for another time."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].initialization_action[0].script == "gs://test-project-darkroom-data/init/setup.sh"
    error_message = "Nodes run a script from elsewhere."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].software_config[0].image_version == "2.2.90-rocky9"
    error_message = "The image is another."
  }
  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].encryption_config[0].kms_key_name == var.kms_key_name
    error_message = "Disks have another key."
  }
  assert {
    condition = [for key in ["spark:spark.executor.cores", "spark:spark.executor.memory", "spark:spark.executor.memoryOverhead", "yarn:yarn.nodemanager.resource.memory-mb"] :
    google_dataproc_cluster.this[0].cluster_config[0].software_config[0].override_properties[key]] == ["4", "23910m", "2048m", "104857"]
    error_message = "Executors are others: ${jsonencode(google_dataproc_cluster.this[0].cluster_config[0].software_config[0].override_properties)}"
  }
  assert {
    condition     = !contains(keys(google_dataproc_cluster.this[0].cluster_config[0].software_config[0].override_properties), "dataproc:dataproc.allow.zero.workers")
    error_message = "A cluster with workers may have none."
  }
  assert {
    condition     = output.shape == { machines = 11, vcpus = 164, ssd_gb = 5060, standard_gb = 0 }
    error_message = "The shape is ${jsonencode(output.shape)}"
  }
}

run "serverless" {
  command = plan

  variables {
    dataproc_mode = "serverless"
  }

  assert {
    condition     = length(google_dataproc_cluster.this) == 0 && length(google_dataproc_cluster.history) == 0
    error_message = "There is a cluster, which costs."
  }
  assert {
    condition     = output.dataproc_mode == "serverless" && output.dataproc_cluster == "" && output.dataproc_service_account == "darkroom-dataproc@test-project.iam.gserviceaccount.com" && output.serverless_runtime == "1.2"
    error_message = "Outputs tell of something else."
  }
  assert {
    condition     = output.serverless_properties == "spark.dynamicAllocation.enabled=true,spark.executor.memoryOverhead=1024m,spark.executorEnv.TF_CPP_MIN_LOG_LEVEL=2,spark.speculation=true"
    error_message = "Properties are ${output.serverless_properties}"
  }
  assert {
    condition     = output.staging_bucket == "test-project-darkroom-staging" && output.data_bucket == "test-project-darkroom-data" && output.project == "test-project" && output.region == "us-central1"
    error_message = "Outputs tell of other places."
  }
  assert {
    condition     = contains(keys(google_project_service.api), "dataproc.googleapis.com")
    error_message = "Dataproc is not enabled."
  }
  assert {
    condition     = output.shape == { machines = 0, vcpus = 0, ssd_gb = 0, standard_gb = 0 }
    error_message = "The shape is ${jsonencode(output.shape)}"
  }
}

run "serverless_with_history" {
  command = plan

  variables {
    dataproc_mode  = "serverless"
    history_server = true
  }

  assert {
    condition     = google_dataproc_cluster.history[0].cluster_config[0].gce_cluster_config[0].internal_ip_only && google_dataproc_cluster.history[0].cluster_config[0].gce_cluster_config[0].shielded_instance_config[0].enable_secure_boot
    error_message = "The history server has an external address or is not shielded."
  }
  assert {
    condition     = google_dataproc_cluster.history[0].cluster_config[0].software_config[0].image_version == "2.2.86-debian12" && google_dataproc_cluster.history[0].cluster_config[0].software_config[0].override_properties["spark:spark.history.fs.logDirectory"] == "gs://test-project-darkroom-staging/*/spark-job-history"
    error_message = "The history server is of another image or looks elsewhere."
  }
  assert {
    condition     = google_dataproc_cluster.history[0].cluster_config[0].lifecycle_config[0].auto_delete_time == timeadd(plantimestamp(), "8h")
    error_message = "The history server stays for ever."
  }
  assert {
    condition     = google_dataproc_cluster.history[0].labels == tomap({ app = "darkroom", managed_by = "terraform" })
    error_message = "The history server has other labels."
  }
  assert {
    condition     = output.history_server == "projects/test-project/regions/us-central1/clusters/darkroom-history"
    error_message = "The history server's output is ${output.history_server}"
  }
  assert {
    condition     = output.shape == { machines = 1, vcpus = 2, ssd_gb = 0, standard_gb = 100 }
    error_message = "The shape is ${jsonencode(output.shape)}"
  }
}
