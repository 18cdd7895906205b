# A single node that is to grow, and what terraform plan must say; see alone.tfvars.

project_id       = "test-project"
dataproc_mode    = "cluster"
spot_workers_max = 2
#> spot_workers_max needs workers.count of 2 at least
