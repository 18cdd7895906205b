# One machine of 8 vCPUs: the whole of a trial account's quota.
dataproc_mode = "cluster"
cluster_name  = "darkroom-1x8"

master = { machine_type = "n1-standard-8", disk_type = "pd-ssd", disk_gb = 100 }

quota = { vcpus = 8, ssd_gb = 100, standard_gb = 2000 }
