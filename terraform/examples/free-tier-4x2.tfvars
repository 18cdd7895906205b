# Four machines of 2 vCPUs, one of them the master: 8 vCPUs, 100 GB of SSD, 1998 GB of standard disk.
dataproc_mode = "cluster"
cluster_name  = "darkroom-4x2"

master  = { machine_type = "n1-standard-2", disk_type = "pd-ssd", disk_gb = 100 }
workers = { count = 3, machine_type = "n1-standard-2", disk_gb = 666 }

quota = { vcpus = 8, ssd_gb = 100, standard_gb = 2000 }
