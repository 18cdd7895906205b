locals {
  apis = concat(
    ["cloudresourcemanager.googleapis.com", "compute.googleapis.com", "iam.googleapis.com", "iamcredentials.googleapis.com", "storage.googleapis.com"],
    var.dataproc_mode == "none" ? [] : ["dataproc.googleapis.com"],
    var.dataflow ? ["artifactregistry.googleapis.com", "dataflow.googleapis.com"] : [],
    var.iap_ssh ? ["iap.googleapis.com"] : [],
    local.budgets == 0 ? [] : ["billingbudgets.googleapis.com"],
  )
}

# Destroy leaves them enabled: others in the project may use them, and an enabled API costs nothing.
resource "google_project_service" "api" {
  for_each = toset(local.apis)

  project            = var.project_id
  service            = each.value
  disable_on_destroy = false
}
