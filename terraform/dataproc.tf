locals {
  clusters     = var.dataproc_mode == "cluster" ? 1 : 0
  autoscaling  = local.clusters == 1 && var.spot_workers_max > 0 ? 1 : 0
  cluster_name = coalesce(var.cluster_name, var.name)
  zone         = var.zone == "" ? null : var.zone

  # Wanted by Darkroom wherever Spark runs; pipeline/README.md tells why.
  spark_properties = {
    "spark.dynamicAllocation.enabled"              = "true"
    "spark.speculation"                            = "true"
    "spark.executor.memoryOverhead"                = "${var.executor_memory_overhead_mb}m"
    "spark.executorEnv.TF_CPP_MIN_LOG_LEVEL"       = "2"
    "spark.yarn.appMasterEnv.TF_CPP_MIN_LOG_LEVEL" = "2"
  }

  cluster_properties = merge(
    { for key, value in local.spark_properties : "spark:${key}" => value },
    {
      "spark-env:TF_CPP_MIN_LOG_LEVEL"            = "2"
      "spark:spark.executor.cores"                = tostring(local.executor_cores)
      "spark:spark.executor.memory"               = "${local.executor_mb - var.executor_memory_overhead_mb}m"
      "yarn:yarn.nodemanager.resource.memory-mb"  = tostring(local.yarn_mb)
      "yarn:yarn.scheduler.maximum-allocation-mb" = tostring(local.yarn_mb)
    },
    var.workers.count == 0 ? { "dataproc:dataproc.allow.zero.workers" = "true" } : {},
  )

  serverless_properties = {
    for key, value in local.spark_properties : key => value if !startswith(key, "spark.yarn.")
  }
}

resource "google_dataproc_cluster" "this" {
  count = local.clusters

  name   = local.cluster_name
  region = var.region
  labels = local.labels

  # Workers that go finish what they are at.
  graceful_decommission_timeout = "3600s"

  cluster_config {
    staging_bucket = google_storage_bucket.staging.name
    temp_bucket    = google_storage_bucket.staging.name

    gce_cluster_config {
      zone                   = local.zone
      subnetwork             = google_compute_subnetwork.this.id
      internal_ip_only       = true
      service_account        = google_service_account.this["dataproc"].email
      service_account_scopes = ["cloud-platform"]
      tags                   = [var.name]
      metadata               = { "block-project-ssh-keys" = "true" }

      shielded_instance_config {
        enable_secure_boot          = true
        enable_vtpm                 = true
        enable_integrity_monitoring = true
      }
    }

    master_config {
      num_instances = 1
      machine_type  = var.master.machine_type
      disk_config {
        boot_disk_type    = var.master.disk_type
        boot_disk_size_gb = var.master.disk_gb
      }
    }

    dynamic "worker_config" {
      for_each = var.workers.count == 0 ? [] : [var.workers]
      content {
        num_instances = worker_config.value.count
        machine_type  = worker_config.value.machine_type
        disk_config {
          boot_disk_type    = worker_config.value.disk_type
          boot_disk_size_gb = worker_config.value.disk_gb
        }
      }
    }

    # The autoscaler's, which begins with none.
    dynamic "preemptible_worker_config" {
      for_each = local.autoscaling == 0 ? [] : [var.workers]
      content {
        num_instances  = 0
        preemptibility = "SPOT"
        disk_config {
          boot_disk_type    = preemptible_worker_config.value.disk_type
          boot_disk_size_gb = preemptible_worker_config.value.disk_gb
        }
      }
    }

    dynamic "autoscaling_config" {
      for_each = google_dataproc_autoscaling_policy.this
      content {
        policy_uri = autoscaling_config.value.name
      }
    }

    software_config {
      image_version       = var.image_version
      override_properties = local.cluster_properties
    }

    dynamic "initialization_action" {
      for_each = var.init_script == "" ? [] : [var.init_script]
      content {
        script      = "gs://${google_storage_bucket.data.name}/${initialization_action.value}"
        timeout_sec = 900
      }
    }

    # Spark's and YARN's pages behind the console's login, with no port open.
    endpoint_config {
      enable_http_port_access = true
    }

    lifecycle_config {
      idle_delete_ttl  = var.idle_delete_ttl
      auto_delete_time = timeadd(plantimestamp(), var.max_age)
    }

    dynamic "encryption_config" {
      for_each = var.kms_key_name == "" ? [] : [var.kms_key_name]
      content {
        kms_key_name = encryption_config.value
      }
    }
  }

  lifecycle {
    ignore_changes = [
      # The age counts from the cluster's creation, not from each apply.
      cluster_config[0].lifecycle_config[0].auto_delete_time,
      # The autoscaler's business.
      cluster_config[0].preemptible_worker_config[0].num_instances,
    ]
  }

  # Not before the nodes may register and read, and not longer than they may.
  depends_on = [
    google_compute_firewall.internal,
    google_project_iam_member.grant,
    google_storage_bucket_iam_member.grant,
  ]
}

# The workers that stay hold what is shuffled; those that come and go are spot.
resource "google_dataproc_autoscaling_policy" "this" {
  count = local.autoscaling

  policy_id = var.name
  location  = var.region

  worker_config {
    min_instances = var.workers.count
    max_instances = var.workers.count
  }

  secondary_worker_config {
    min_instances = 0
    max_instances = var.spot_workers_max
  }

  basic_algorithm {
    cooldown_period = "120s"
    yarn_config {
      scale_up_factor               = 1.0
      scale_down_factor             = 1.0
      graceful_decommission_timeout = "3600s"
    }
  }

  depends_on = [google_project_service.api]
}

# Spark's pages of batches that are over. Batches write their logs where it looks.
resource "google_dataproc_cluster" "history" {
  count = var.history_server ? 1 : 0

  name   = "${var.name}-history"
  region = var.region
  labels = local.labels

  cluster_config {
    staging_bucket = google_storage_bucket.staging.name
    temp_bucket    = google_storage_bucket.staging.name

    gce_cluster_config {
      zone                   = local.zone
      subnetwork             = google_compute_subnetwork.this.id
      internal_ip_only       = true
      service_account        = google_service_account.this["dataproc"].email
      service_account_scopes = ["cloud-platform"]
      tags                   = [var.name]
      metadata               = { "block-project-ssh-keys" = "true" }

      shielded_instance_config {
        enable_secure_boot          = true
        enable_vtpm                 = true
        enable_integrity_monitoring = true
      }
    }

    master_config {
      num_instances = 1
      machine_type  = local.history_node.machine_type
      disk_config {
        boot_disk_type    = local.history_node.disk_type
        boot_disk_size_gb = local.history_node.disk_gb
      }
    }

    software_config {
      image_version = var.image_version
      override_properties = {
        "dataproc:dataproc.allow.zero.workers" = "true"
        "spark:spark.history.fs.logDirectory"  = "gs://${google_storage_bucket.staging.name}/*/spark-job-history"
      }
    }

    endpoint_config {
      enable_http_port_access = true
    }

    # Jobs never run here, so that idleness means nothing; age does.
    lifecycle_config {
      auto_delete_time = timeadd(plantimestamp(), var.max_age)
    }

    dynamic "encryption_config" {
      for_each = var.kms_key_name == "" ? [] : [var.kms_key_name]
      content {
        kms_key_name = encryption_config.value
      }
    }
  }

  lifecycle {
    ignore_changes = [cluster_config[0].lifecycle_config[0].auto_delete_time]
  }

  depends_on = [
    google_compute_firewall.internal,
    google_project_iam_member.grant,
    google_storage_bucket_iam_member.grant,
  ]
}
