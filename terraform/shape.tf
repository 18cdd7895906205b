# What the clusters take at their largest, and how executors share a node.

locals {
  history_node = { machine_type = "e2-standard-2", disk_type = "pd-standard", disk_gb = 100 }

  nodes = concat(
    var.dataproc_mode == "cluster" ? [{ count = 1, node = var.master }] : [],
    var.dataproc_mode == "cluster" ? [{ count = var.workers.count + var.spot_workers_max, node = var.workers }] : [],
    var.history_server ? [{ count = 1, node = local.history_node }] : [],
  )

  # Wrong machine types count 0 here: their own message comes from their variable.
  shape = {
    machines    = sum(concat([0], [for group in local.nodes : group.count]))
    vcpus       = sum(concat([0], [for group in local.nodes : group.count * try(tonumber(split("-", group.node.machine_type)[2]), 0)]))
    ssd_gb      = sum(concat([0], [for group in local.nodes : group.node.disk_type == "pd-standard" ? 0 : group.count * group.node.disk_gb]))
    standard_gb = sum(concat([0], [for group in local.nodes : group.node.disk_type == "pd-standard" ? group.count * group.node.disk_gb : 0]))
  }

  # GB of memory to a vCPU.
  memory_gb = {
    "n1-standard" = 3.75, "n2-standard" = 4, "n2d-standard" = 4, "e2-standard" = 4,
    "n1-highmem"  = 6.5, "n2-highmem" = 8, "n2d-highmem" = 8, "e2-highmem" = 8,
  }
  executor_machine_type = var.workers.count == 0 ? var.master.machine_type : var.workers.machine_type
  node_vcpus            = try(tonumber(split("-", local.executor_machine_type)[2]), 0)
  node_memory_mb        = local.node_vcpus * 1024 * try(local.memory_gb[join("-", slice(split("-", local.executor_machine_type), 0, 2))], 0)

  # YARN gets four fifths of a worker, or half of a single node, which is the master too. One executor for up
  # to four vCPUs; each leaves its part of the 1 GB that the application master takes from one node.
  yarn_mb            = floor(local.node_memory_mb * (var.workers.count == 0 ? 0.5 : 0.8))
  executors_per_node = max(1, ceil(local.node_vcpus / 4))
  executor_cores     = max(1, floor(local.node_vcpus / local.executors_per_node))
  executor_mb        = floor((local.yarn_mb - 1024) / local.executors_per_node)
}
