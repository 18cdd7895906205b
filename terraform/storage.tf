locals {
  location = coalesce(var.location, var.region)
}

# Images, datasets, templates and scripts: what is worth keeping.
resource "google_storage_bucket" "data" {
  #checkov:skip=CKV_GCP_62:audit logs, which the project's owner turns on, replace access logs
  name                        = "${var.project_id}-${var.name}-data"
  location                    = local.location
  labels                      = local.labels
  force_destroy               = var.force_destroy
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  versioning {
    enabled = true
  }

  soft_delete_policy {
    retention_duration_seconds = var.soft_delete_days * 24 * 60 * 60
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      days_since_noncurrent_time = var.noncurrent_version_days
      with_state                 = "ARCHIVED"
    }
  }

  lifecycle_rule {
    action {
      type = "AbortIncompleteMultipartUpload"
    }
    condition {
      age = 7
    }
  }

  dynamic "encryption" {
    for_each = var.kms_key_name == "" ? [] : [var.kms_key_name]
    content {
      default_kms_key_name = encryption.value
    }
  }

  depends_on = [google_project_service.api]
}

# Jars, logs and temporary files of Dataproc and Dataflow: nothing that a job cannot make again. Its own
# bucket, because those that Dataproc makes by itself are shared by region and stay after the cluster.
resource "google_storage_bucket" "staging" {
  #checkov:skip=CKV_GCP_62:audit logs, which the project's owner turns on, replace access logs
  #checkov:skip=CKV_GCP_78:old versions of temporary files are what the lifecycle is there to remove
  name                        = "${var.project_id}-${var.name}-staging"
  location                    = local.location
  labels                      = local.labels
  force_destroy               = var.force_destroy
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  soft_delete_policy {
    retention_duration_seconds = 0
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      age = var.staging_days
    }
  }

  lifecycle_rule {
    action {
      type = "AbortIncompleteMultipartUpload"
    }
    condition {
      age = 2
    }
  }

  dynamic "encryption" {
    for_each = var.kms_key_name == "" ? [] : [var.kms_key_name]
    content {
      default_kms_key_name = encryption.value
    }
  }

  depends_on = [google_project_service.api]
}
