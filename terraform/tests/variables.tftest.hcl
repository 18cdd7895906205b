# Every validation refuses something. What it says is held to tests/messages/.
mock_provider "google" {
  source = "./tests/mocks"
}

variables {
  project_id = "test-project"
}

run "other_forms" {
  command = plan

  variables {
    project_id              = "123456789"
    region                  = "us-central1-a"
    name                    = "Darkroom"
    labels                  = { Team = "vision" }
    location                = "moon"
    noncurrent_version_days = 0
    soft_delete_days        = 3
    staging_days            = 1
    kms_key_name            = "ring/key"
    input_buckets           = ["gs://photos"]
    submitters              = ["allUsers"]
    subnetwork_cidr         = "10.10.0.0"
    dataproc_mode           = "yarn"
    cluster_name            = "-x"
    image_version           = "2.2"
    serverless_runtime      = "2.2"
    master                  = { machine_type = "n1-highcpu-8" }
    workers                 = { count = 1 }
    idle_delete_ttl         = "30m"
    max_age                 = "8"
    init_script             = "gs://others/setup.sh"
    billing_account         = "mine"
  }

  expect_failures = [
    var.project_id, var.region, var.name, var.labels, var.location, var.noncurrent_version_days, var.soft_delete_days,
    var.staging_days, var.kms_key_name, var.input_buckets, var.submitters, var.subnetwork_cidr, var.dataproc_mode, var.cluster_name,
    var.image_version, var.serverless_runtime, var.master, var.workers,
    var.idle_delete_ttl, var.max_age, var.init_script, var.billing_account,
  ]
}

run "just_beyond" {
  command = plan

  variables {
    project_id              = "ends-with-hyphen-"
    region                  = "centre"
    name                    = "of-seventeen-char"
    labels                  = { team = "Vision" }
    noncurrent_version_days = 1.5
    soft_delete_days        = 91
    staging_days            = 2.5
    kms_key_name            = "projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1"
    input_buckets           = ["photos/raw"]
    submitters              = ["domain:test.invalid"]
    subnetwork_cidr         = "10.10.0.0/27"
    dataproc_mode           = "cluster"
    cluster_name            = "ends-with-hyphen-"
    image_version           = "2.3.1-debian12"
    serverless_runtime      = "1.1"
    master                  = { disk_gb = 49 }
    workers                 = { count = 2, disk_type = "local-ssd" }
    idle_delete_ttl         = "299s"
    max_age                 = "337h"
    init_script             = "/init/setup.sh"
    billing_account         = "012345-6789AB-CDEF0G"
  }

  expect_failures = [
    var.project_id, var.region, var.name, var.labels, var.noncurrent_version_days, var.soft_delete_days, var.staging_days,
    var.kms_key_name, var.input_buckets, var.submitters, var.subnetwork_cidr, var.cluster_name, var.image_version,
    var.serverless_runtime, var.master, var.workers, var.idle_delete_ttl,
    var.max_age, var.init_script, var.billing_account,
  ]
}

run "a_public_range_and_wrong_disks" {
  command = plan

  variables {
    subnetwork_cidr = "8.8.0.0/20"
    master          = { disk_type = "ssd" }
    workers         = { count = 2, disk_gb = 10 }
    idle_delete_ttl = "1209601s"
    max_age         = "0h"
    init_script     = "init/setup"
  }

  expect_failures = [var.subnetwork_cidr, var.master, var.workers, var.idle_delete_ttl, var.max_age, var.init_script]
}

run "not_the_first_address_and_wrong_workers" {
  command = plan

  variables {
    subnetwork_cidr = "10.10.0.1/20"
    workers         = { count = 2, machine_type = "custom-4-8192" }
  }

  expect_failures = [var.subnetwork_cidr, var.workers]
}

run "other_forms_of_what_depends_on_others" {
  command = plan

  variables {
    zone                        = "europe-west4-b"
    spot_workers_max            = -1
    executor_memory_overhead_mb = 512
    budget                      = -5
  }

  expect_failures = [var.zone, var.spot_workers_max, var.executor_memory_overhead_mb, var.budget]
}

run "just_beyond_of_what_depends_on_others" {
  command = plan

  variables {
    zone                        = "us-central1-aa"
    dataproc_mode               = "cluster"
    history_server              = true
    workers                     = { count = 2 }
    spot_workers_max            = 0.5
    executor_memory_overhead_mb = 1024.5
    billing_account             = "012345-6789AB-CDEF01"
    budget                      = 0.5
  }

  expect_failures = [var.zone, var.history_server, var.spot_workers_max, var.executor_memory_overhead_mb, var.budget]
}

run "what_goes_with_what" {
  command = plan

  variables {
    dataproc_mode               = "cluster"
    spot_workers_max            = 2
    executor_memory_overhead_mb = 9000
    budget                      = 10
  }

  expect_failures = [var.spot_workers_max, var.executor_memory_overhead_mb, var.budget]
}

run "too_many_vcpus" {
  command = plan

  variables {
    dataproc_mode = "cluster"
    master        = { machine_type = "n1-standard-1" }
    workers       = { count = 8, machine_type = "n1-standard-1", disk_gb = 100 }
    quota         = { vcpus = 8, ssd_gb = 0, standard_gb = 900 }
  }

  expect_failures = [var.quota]
}

run "too_much_ssd" {
  command = plan

  variables {
    dataproc_mode = "cluster"
    master        = { machine_type = "n1-standard-4", disk_type = "pd-balanced", disk_gb = 101 }
    quota         = { vcpus = 8, ssd_gb = 100, standard_gb = 2000 }
  }

  expect_failures = [var.quota]
}

run "too_much_standard_disk" {
  command = plan

  variables {
    dataproc_mode    = "cluster"
    workers          = { count = 2, disk_gb = 500 }
    spot_workers_max = 2
    quota            = { vcpus = 100, ssd_gb = 100, standard_gb = 2099 }
  }

  expect_failures = [var.quota]
}

run "just_within" {
  command = plan

  variables {
    project_id                  = "abcdef"
    name                        = "of-sixteen-chars"
    labels                      = { a = "" }
    location                    = "europe-west12"
    zone                        = "us-central1-f"
    noncurrent_version_days     = 1
    soft_delete_days            = 90
    staging_days                = 2
    submitters                  = ["serviceAccount:ci@test.invalid", "group:all@test.invalid"]
    subnetwork_cidr             = "172.31.255.192/26"
    dataproc_mode               = "cluster"
    cluster_name                = "ab"
    master                      = { machine_type = "e2-standard-2", disk_gb = 50 }
    workers                     = { count = 2, machine_type = "n1-standard-1", disk_gb = 50 }
    executor_memory_overhead_mb = 1024
    idle_delete_ttl             = "300s"
    max_age                     = "336h"
    quota                       = { vcpus = 4, ssd_gb = 0, standard_gb = 150 }
  }

  assert {
    condition     = google_dataproc_cluster.this[0].cluster_config[0].software_config[0].override_properties["spark:spark.executor.memory"] == "1024m"
    error_message = "The smallest worker leaves its executor another heap."
  }
}
