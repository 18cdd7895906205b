# Four workers that stay, up to 28 spot workers that come and go: 516 vCPUs at its largest. Ask for the quota first.
dataproc_mode = "cluster"
cluster_name  = "darkroom-production"

master           = { machine_type = "n2-standard-4", disk_type = "pd-balanced", disk_gb = 200 }
workers          = { count = 4, machine_type = "n2-standard-16", disk_type = "pd-balanced", disk_gb = 500 }
spot_workers_max = 28

idle_delete_ttl = "900s"
max_age         = "24h"

labels = { environment = "production" }
