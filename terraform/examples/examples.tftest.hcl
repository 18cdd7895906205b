# Run once for each file beside it: terraform test -test-directory=examples -var-file=examples/….tfvars
# The real provider plans an empty project by itself: it asks Google nothing.
provider "google" {
  project      = "test-project"
  region       = "us-central1"
  access_token = "none"
}

variables {
  project_id = "test-project"
}

run "the_example_is_what_it_says" {
  command = plan

  assert {
    condition = jsonencode(output.shape) == jsonencode({
      ""                    = { machines = 0, vcpus = 0, ssd_gb = 0, standard_gb = 0 }
      "darkroom-1x8"        = { machines = 1, vcpus = 8, ssd_gb = 100, standard_gb = 0 }
      "darkroom-4x2"        = { machines = 4, vcpus = 8, ssd_gb = 100, standard_gb = 1998 }
      "darkroom-8x1"        = { machines = 8, vcpus = 8, ssd_gb = 100, standard_gb = 1995 }
      "darkroom-production" = { machines = 33, vcpus = 516, ssd_gb = 16200, standard_gb = 0 }
    }[output.dataproc_cluster])
    error_message = "${output.dataproc_cluster} is ${jsonencode(output.shape)}"
  }
  assert {
    condition     = !startswith(output.dataproc_cluster, "darkroom-") || strcontains(output.dataproc_cluster, "production") || var.quota == { vcpus = 8, ssd_gb = 100, standard_gb = 2000 }
    error_message = "The example does not hold itself to a trial account's quota."
  }
  assert {
    condition     = alltrue([for cluster in google_dataproc_cluster.this : cluster.cluster_config[0].gce_cluster_config[0].internal_ip_only])
    error_message = "The example's machines have external addresses."
  }
}
