# Read by the Makefile with `terraform output -raw`, which takes no null: what is absent is empty.

output "project" {
  description = "The project's id."
  value       = var.project_id
}

output "region" {
  description = "The region of everything."
  value       = var.region
}

output "data_bucket" {
  description = "The bucket of images and datasets, without gs://."
  value       = google_storage_bucket.data.name
}

output "staging_bucket" {
  description = "The bucket of jars and temporary files, without gs://."
  value       = google_storage_bucket.staging.name
}

output "subnetwork" {
  description = "The subnetwork as Dataflow takes it: regions/R/subnetworks/S."
  value       = "regions/${var.region}/subnetworks/${google_compute_subnetwork.this.name}"
}

output "dataproc_mode" {
  description = "cluster, serverless or none."
  value       = var.dataproc_mode
}

output "dataproc_cluster" {
  description = "The cluster's name, or empty."
  value       = try(google_dataproc_cluster.this[0].name, "")
}

output "dataproc_service_account" {
  description = "The e-mail address of Dataproc's workers, or empty."
  value       = try(google_service_account.this["dataproc"].email, "")
}

output "serverless_runtime" {
  description = "The runtime version of batches, or empty."
  value       = var.dataproc_mode == "serverless" ? var.serverless_runtime : ""
}

output "serverless_properties" {
  description = "What a batch's --properties must hold, or empty."
  value       = var.dataproc_mode == "serverless" ? join(",", [for key, value in local.serverless_properties : "${key}=${value}"]) : ""
}

output "history_server" {
  description = "The history server's resource name, or empty."
  value       = try(google_dataproc_cluster.history[0].id, "")
}

output "dataflow_service_account" {
  description = "The e-mail address of Dataflow's workers, or empty."
  value       = try(google_service_account.this["dataflow"].email, "")
}

output "submitter_service_account" {
  description = "The e-mail address to submit jobs as."
  value       = google_service_account.this["submitter"].email
}

output "flex_template_repository" {
  description = "Where the Flex Template's image is pushed, or empty."
  value       = try(google_artifact_registry_repository.this[0].registry_uri, "")
}

output "shape" {
  description = "Machines, vCPUs and disks of the clusters at their largest, to hold beside the quotas."
  value       = local.shape
}
