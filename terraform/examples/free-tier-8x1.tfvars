# Eight machines of 1 vCPU, one of them the master: 8 vCPUs, 100 GB of SSD, 1995 GB of standard disk.
dataproc_mode = "cluster"
cluster_name  = "darkroom-8x1"

master  = { machine_type = "n1-standard-1", disk_type = "pd-ssd", disk_gb = 100 }
workers = { count = 7, machine_type = "n1-standard-1", disk_gb = 285 }

quota = { vcpus = 8, ssd_gb = 100, standard_gb = 2000 }
