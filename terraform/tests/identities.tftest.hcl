mock_provider "google" {
  source = "./tests/mocks"
}

variables {
  project_id = "test-project"
}

run "roles_are_exactly_these" {
  command = plan

  variables {
    input_buckets = ["photos-of-others"]
    submitters    = ["user:someone@test.invalid"]
  }

  assert {
    condition = toset([for grant in google_project_iam_member.grant : "${grant.member} ${grant.role}"]) == toset([
      "serviceAccount:darkroom-dataproc@test-project.iam.gserviceaccount.com roles/dataproc.worker",
      "serviceAccount:darkroom-dataflow@test-project.iam.gserviceaccount.com roles/dataflow.worker",
      "serviceAccount:darkroom-submitter@test-project.iam.gserviceaccount.com roles/dataproc.editor",
      "serviceAccount:darkroom-submitter@test-project.iam.gserviceaccount.com roles/dataflow.developer",
    ])
    error_message = "Roles in the project: ${join(", ", sort([for grant in google_project_iam_member.grant : "${grant.member} ${grant.role}"]))}"
  }
  assert {
    condition = toset([for grant in google_storage_bucket_iam_member.grant : "${grant.bucket} ${grant.member} ${grant.role}"]) == toset([
      for grant in setproduct(["data", "staging"], ["dataproc", "dataflow", "submitter"], ["objectUser", "legacyBucketReader"]) :
      "test-project-darkroom-${grant[0]} serviceAccount:darkroom-${grant[1]}@test-project.iam.gserviceaccount.com roles/storage.${grant[2]}"
    ])
    error_message = "Roles on own buckets: ${join(", ", sort([for grant in google_storage_bucket_iam_member.grant : "${grant.bucket} ${grant.member} ${grant.role}"]))}"
  }
  assert {
    condition = toset([for grant in google_storage_bucket_iam_member.input : "${grant.bucket} ${grant.member} ${grant.role}"]) == toset([
      for grant in setproduct(["dataproc", "dataflow", "submitter"], ["objectViewer", "legacyBucketReader"]) :
      "photos-of-others serviceAccount:darkroom-${grant[0]}@test-project.iam.gserviceaccount.com roles/storage.${grant[1]}"
    ])
    error_message = "Roles on others' buckets: ${join(", ", sort([for grant in google_storage_bucket_iam_member.input : "${grant.bucket} ${grant.member} ${grant.role}"]))}"
  }
  assert {
    condition = toset([for grant in google_service_account_iam_member.act_as : "${grant.service_account_id} ${grant.member} ${grant.role}"]) == toset([
      for identity in ["dataproc", "dataflow"] :
      "projects/test-project/serviceAccounts/darkroom-${identity}@test-project.iam.gserviceaccount.com serviceAccount:darkroom-submitter@test-project.iam.gserviceaccount.com roles/iam.serviceAccountUser"
    ])
    error_message = "The submitter acts as others than the two workers."
  }
  assert {
    condition = [for grant in google_service_account_iam_member.impersonate : "${grant.service_account_id} ${grant.member} ${grant.role}"] == [
      "projects/test-project/serviceAccounts/darkroom-submitter@test-project.iam.gserviceaccount.com user:someone@test.invalid roles/iam.serviceAccountTokenCreator",
    ]
    error_message = "Others than submitters act as the submitter."
  }
  assert {
    condition = toset([for grant in google_artifact_registry_repository_iam_member.grant : "${grant.repository} ${grant.member} ${grant.role}"]) == toset([
      "darkroom serviceAccount:darkroom-dataflow@test-project.iam.gserviceaccount.com roles/artifactregistry.reader",
      "darkroom serviceAccount:darkroom-submitter@test-project.iam.gserviceaccount.com roles/artifactregistry.writer",
    ])
    error_message = "Roles on the repository are others."
  }
  assert {
    condition     = toset([for account in google_service_account.this : account.account_id]) == toset(["darkroom-dataproc", "darkroom-dataflow", "darkroom-submitter"])
    error_message = "There are other service accounts."
  }
}

run "what_is_not_used_has_no_identity_and_no_api" {
  command = plan

  variables {
    dataproc_mode = "none"
    dataflow      = false
  }

  assert {
    condition     = keys(google_service_account.this) == ["submitter"]
    error_message = "There are workers' accounts without workers."
  }
  assert {
    condition     = length(google_project_iam_member.grant) == 0
    error_message = "There are roles in the project without workers."
  }
  assert {
    condition     = length(google_artifact_registry_repository.this) == 0 && length(google_dataproc_cluster.this) == 0 && length(google_dataproc_cluster.history) == 0
    error_message = "Something is made for Dataproc or Dataflow."
  }
  assert {
    condition = toset([for api in google_project_service.api : api.service]) == toset([
      "cloudresourcemanager.googleapis.com", "compute.googleapis.com", "iam.googleapis.com", "iamcredentials.googleapis.com", "storage.googleapis.com",
    ])
    error_message = "Other services are enabled."
  }
  assert {
    condition = [output.dataproc_cluster, output.dataproc_service_account, output.serverless_runtime, output.serverless_properties,
    output.history_server, output.dataflow_service_account, output.flex_template_repository] == ["", "", "", "", "", "", ""]
    error_message = "An output names what is absent."
  }
}

run "dataflow_has_a_repository" {
  command = plan

  variables {
    dataproc_mode = "none"
  }

  assert {
    condition     = google_artifact_registry_repository.this[0].format == "DOCKER" && google_artifact_registry_repository.this[0].location == "us-central1"
    error_message = "The repository takes no images of the region."
  }
  assert {
    condition     = google_artifact_registry_repository.this[0].labels == tomap({ app = "darkroom", managed_by = "terraform" })
    error_message = "The repository has other labels."
  }
  assert {
    condition     = { for policy in google_artifact_registry_repository.this[0].cleanup_policies : policy.id => policy.action } == { keep-last = "KEEP", delete-old = "DELETE" }
    error_message = "Old images stay, or the last go."
  }
  assert {
    condition     = output.flex_template_repository == "registry.invalid/test-project/darkroom" && output.dataflow_service_account == "darkroom-dataflow@test-project.iam.gserviceaccount.com"
    error_message = "Outputs tell of something else."
  }
  assert {
    condition     = alltrue([for api in ["artifactregistry", "dataflow"] : contains(keys(google_project_service.api), "${api}.googleapis.com")])
    error_message = "A service is not enabled."
  }
  assert {
    condition     = alltrue([for api in google_project_service.api : api.disable_on_destroy == false])
    error_message = "Destroy would disable services that others use."
  }
}
