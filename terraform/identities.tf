# Three identities, each with what its work takes. Grants add to the project's own and replace none.

locals {
  identities = merge(
    { submitter = "Submits Darkroom's jobs" },
    var.dataproc_mode == "none" ? {} : { dataproc = "Runs Darkroom on Dataproc" },
    var.dataflow ? { dataflow = "Runs Darkroom on Dataflow" } : {},
  )
  workers = [for identity in ["dataproc", "dataflow"] : identity if contains(keys(local.identities), identity)]
  members = { for identity, account in google_service_account.this : identity => "serviceAccount:${account.email}" }

  project_roles = {
    dataproc  = ["roles/dataproc.worker"]
    dataflow  = ["roles/dataflow.worker"]
    submitter = concat(var.dataproc_mode == "none" ? [] : ["roles/dataproc.editor"], var.dataflow ? ["roles/dataflow.developer"] : [])
  }
  project_grants = merge([
    for identity in keys(local.identities) : { for role in local.project_roles[identity] : "${identity} ${role}" => { identity = identity, role = role } }
  ]...)

  buckets = { data = google_storage_bucket.data.name, staging = google_storage_bucket.staging.name }

  # objectUser reads, writes, lists and deletes objects and changes no rights; legacyBucketReader adds the look
  # at the bucket itself, with which Beam and Spark make sure that it exists.
  bucket_grants = {
    for grant in setproduct(keys(local.identities), keys(local.buckets), ["roles/storage.objectUser", "roles/storage.legacyBucketReader"]) :
    "${grant[0]} ${grant[1]} ${grant[2]}" => { identity = grant[0], bucket = grant[1], role = grant[2] }
  }
  input_grants = {
    for grant in setproduct(keys(local.identities), var.input_buckets, ["roles/storage.objectViewer", "roles/storage.legacyBucketReader"]) :
    "${grant[0]} ${grant[1]} ${grant[2]}" => { identity = grant[0], bucket = grant[1], role = grant[2] }
  }
}

resource "google_service_account" "this" {
  for_each = local.identities

  account_id   = "${var.name}-${each.key}"
  display_name = each.value

  depends_on = [google_project_service.api]
}

resource "google_project_iam_member" "grant" {
  for_each = local.project_grants

  project = var.project_id
  role    = each.value.role
  member  = local.members[each.value.identity]
}

resource "google_storage_bucket_iam_member" "grant" {
  for_each = local.bucket_grants

  bucket = local.buckets[each.value.bucket]
  role   = each.value.role
  member = local.members[each.value.identity]
}

resource "google_storage_bucket_iam_member" "input" {
  for_each = local.input_grants

  bucket = each.value.bucket
  role   = each.value.role
  member = local.members[each.value.identity]
}

# The submitter may have jobs run as the workers, and as nobody else in the project.
resource "google_service_account_iam_member" "act_as" {
  for_each = toset(local.workers)

  service_account_id = google_service_account.this[each.value].name
  role               = "roles/iam.serviceAccountUser"
  member             = local.members["submitter"]
}

resource "google_service_account_iam_member" "impersonate" {
  for_each = var.submitters

  service_account_id = google_service_account.this["submitter"].name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = each.value
}

# Workers pull the Flex Template's image, the submitter pushes it.
resource "google_artifact_registry_repository_iam_member" "grant" {
  for_each = var.dataflow ? { dataflow = "roles/artifactregistry.reader", submitter = "roles/artifactregistry.writer" } : {}

  location   = google_artifact_registry_repository.this[0].location
  repository = google_artifact_registry_repository.this[0].repository_id
  role       = each.value
  member     = local.members[each.key]
}
