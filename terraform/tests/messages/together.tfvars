# Values that are right alone and wrong together, and what terraform plan must say of each; see alone.tfvars.

project_id = "test-project"
region     = "europe-west4"
zone       = "us-central1-a"
#> zone is empty or one of europe-west4, such as europe-west4-a.
dataproc_mode  = "cluster"
history_server = true
#> history_server goes with dataproc_mode serverless
master           = { machine_type = "n1-standard-1", disk_type = "pd-ssd", disk_gb = 150 }
workers          = { count = 2, machine_type = "n1-standard-1", disk_gb = 200 }
spot_workers_max = -1
#> spot_workers_max is a whole number, 0 at least.
executor_memory_overhead_mb = 1100
#> executor_memory_overhead_mb leaves 948 MB of heap to an executor on n1-standard-1, and Darkroom needs 1024
budget = 10
#> budget needs billing_account.
