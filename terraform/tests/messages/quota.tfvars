# Clusters beyond a quota, and what terraform plan must say of each; see alone.tfvars.

project_id                  = "test-project"
dataproc_mode               = "cluster"
master                      = { machine_type = "n1-standard-4", disk_type = "pd-ssd", disk_gb = 150 }
workers                     = { count = 2, machine_type = "n1-standard-2", disk_gb = 200 }
executor_memory_overhead_mb = 512
#> executor_memory_overhead_mb is a whole number, 1024 at least
quota = { vcpus = 7, ssd_gb = 149, standard_gb = 399 }
#> Dataproc's clusters take 8 vCPUs at their largest, quota.vcpus is 7.
#> Dataproc's clusters take 150 GB of SSD at their largest, quota.ssd_gb is 149.
#> Dataproc's clusters take 400 GB of standard disk at their largest, quota.standard_gb is 399.
billing_account = "012345-6789AB-CDEF01"
budget          = 0.5
#> budget is a whole amount, 0 for none.
