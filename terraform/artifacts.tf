# Images of the Flex Template. The last five stay, whatever their age.
resource "google_artifact_registry_repository" "this" {
  count = var.dataflow ? 1 : 0

  repository_id = var.name
  location      = var.region
  format        = "DOCKER"
  description   = "Darkroom's Flex Template"
  labels        = local.labels
  kms_key_name  = var.kms_key_name == "" ? null : var.kms_key_name

  cleanup_policies {
    id     = "keep-last"
    action = "KEEP"
    most_recent_versions {
      keep_count = 5
    }
  }

  cleanup_policies {
    id     = "delete-old"
    action = "DELETE"
    condition {
      older_than = "2592000s"
    }
  }

  depends_on = [google_project_service.api]
}
