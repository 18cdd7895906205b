mock_provider "google" {
  source = "./tests/mocks"
}

variables {
  project_id = "test-project"
}

run "buckets_are_closed_and_keep_what_is_worth_keeping" {
  command = plan

  assert {
    condition     = google_storage_bucket.data.name == "test-project-darkroom-data" && google_storage_bucket.staging.name == "test-project-darkroom-staging"
    error_message = "Buckets have other names."
  }
  assert {
    condition     = alltrue([for bucket in [google_storage_bucket.data, google_storage_bucket.staging] : bucket.uniform_bucket_level_access])
    error_message = "A bucket has rights of single objects."
  }
  assert {
    condition     = alltrue([for bucket in [google_storage_bucket.data, google_storage_bucket.staging] : bucket.public_access_prevention == "enforced"])
    error_message = "A bucket can be made public."
  }
  assert {
    condition     = alltrue([for bucket in [google_storage_bucket.data, google_storage_bucket.staging] : bucket.force_destroy == false])
    error_message = "A bucket can be destroyed with its objects without being asked to."
  }
  assert {
    condition     = alltrue([for bucket in [google_storage_bucket.data, google_storage_bucket.staging] : length(bucket.encryption) == 0])
    error_message = "A bucket's key is not Google's own."
  }
  assert {
    condition     = alltrue([for bucket in [google_storage_bucket.data, google_storage_bucket.staging] : bucket.location == "us-central1" || bucket.location == "US-CENTRAL1"])
    error_message = "A bucket is elsewhere than its workers."
  }
  assert {
    condition     = alltrue([for bucket in [google_storage_bucket.data, google_storage_bucket.staging] : bucket.labels == tomap({ app = "darkroom", managed_by = "terraform" })])
    error_message = "A bucket has other labels."
  }
  assert {
    condition     = google_storage_bucket.data.versioning[0].enabled
    error_message = "The data bucket forgets what is overwritten."
  }
  assert {
    condition     = length(google_storage_bucket.staging.versioning) == 0
    error_message = "The staging bucket keeps versions of temporary files."
  }
  assert {
    condition     = google_storage_bucket.data.soft_delete_policy[0].retention_duration_seconds == 7 * 86400
    error_message = "The data bucket's deleted objects cannot be restored for 7 days."
  }
  assert {
    condition     = google_storage_bucket.staging.soft_delete_policy[0].retention_duration_seconds == 0
    error_message = "Deleted temporary files are kept and billed."
  }
  assert {
    condition     = [for rule in google_storage_bucket.data.lifecycle_rule : [for action in rule.action : action.type][0]] == ["Delete", "AbortIncompleteMultipartUpload"]
    error_message = "The data bucket has other lifecycle rules."
  }
  assert {
    condition = alltrue([
      for rule in google_storage_bucket.data.lifecycle_rule : alltrue([for condition in rule.condition : condition.with_state == "ARCHIVED" && condition.days_since_noncurrent_time == 30])
      if alltrue([for action in rule.action : action.type == "Delete"])
    ])
    error_message = "The data bucket deletes something else than versions 30 days old."
  }
  assert {
    condition     = [for rule in google_storage_bucket.staging.lifecycle_rule : [for condition in rule.condition : condition.age][0]] == [14, 2]
    error_message = "The staging bucket's objects do not go after 14 days, and broken uploads after 2."
  }
}

run "buckets_take_what_is_set" {
  command = plan

  variables {
    region                  = "europe-west4"
    location                = "EU"
    name                    = "imagenet"
    labels                  = { team = "vision" }
    noncurrent_version_days = 3
    soft_delete_days        = 0
    staging_days            = 5
    force_destroy           = true
    kms_key_name            = "projects/keys/locations/europe/keyRings/ring/cryptoKeys/key"
  }

  assert {
    condition = alltrue([
      for bucket in [google_storage_bucket.data, google_storage_bucket.staging] :
      bucket.location == "EU" && bucket.force_destroy && bucket.labels == tomap({ app = "imagenet", managed_by = "terraform", team = "vision" }) &&
      bucket.encryption[0].default_kms_key_name == var.kms_key_name && bucket.soft_delete_policy[0].retention_duration_seconds == 0
    ])
    error_message = "A bucket did not take what was set."
  }
  assert {
    condition     = google_storage_bucket.data.name == "test-project-imagenet-data"
    error_message = "The name is not the buckets'."
  }
  assert {
    condition     = [for condition in google_storage_bucket.data.lifecycle_rule[0].condition : condition.days_since_noncurrent_time] == [3]
    error_message = "Old versions do not go after 3 days."
  }
  assert {
    condition     = [for condition in google_storage_bucket.staging.lifecycle_rule[0].condition : condition.age] == [5]
    error_message = "Temporary files do not go after 5 days."
  }
  assert {
    condition     = google_artifact_registry_repository.this[0].kms_key_name == var.kms_key_name
    error_message = "The repository did not take the key."
  }
}
