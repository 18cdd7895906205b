# What Google would answer, where a plan's other attributes are made of it.

override_resource {
  target          = google_service_account.this["dataproc"]
  override_during = plan
  values = {
    name  = "projects/test-project/serviceAccounts/darkroom-dataproc@test-project.iam.gserviceaccount.com"
    email = "darkroom-dataproc@test-project.iam.gserviceaccount.com"
  }
}

override_resource {
  target          = google_service_account.this["dataflow"]
  override_during = plan
  values = {
    name  = "projects/test-project/serviceAccounts/darkroom-dataflow@test-project.iam.gserviceaccount.com"
    email = "darkroom-dataflow@test-project.iam.gserviceaccount.com"
  }
}

override_resource {
  target          = google_service_account.this["submitter"]
  override_during = plan
  values = {
    name  = "projects/test-project/serviceAccounts/darkroom-submitter@test-project.iam.gserviceaccount.com"
    email = "darkroom-submitter@test-project.iam.gserviceaccount.com"
  }
}

mock_resource "google_compute_network" {
  override_during = plan
  defaults        = { id = "projects/test-project/global/networks/darkroom" }
}

mock_resource "google_compute_subnetwork" {
  override_during = plan
  defaults        = { id = "projects/test-project/regions/us-central1/subnetworks/darkroom" }
}

mock_resource "google_dataproc_autoscaling_policy" {
  override_during = plan
  defaults        = { name = "projects/test-project/locations/us-central1/autoscalingPolicies/darkroom" }
}

mock_resource "google_dataproc_cluster" {
  override_during = plan
  defaults        = { id = "projects/test-project/regions/us-central1/clusters/darkroom-history" }
}

mock_resource "google_artifact_registry_repository" {
  override_during = plan
  defaults        = { registry_uri = "registry.invalid/test-project/darkroom" }
}
