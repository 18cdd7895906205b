variable "project_id" {
  description = "The project everything is made in. It must exist and have billing."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id is the project's id, not its name or number: 6 to 30 lower-case letters, digits and hyphens, a letter first, no hyphen last."
  }
}

variable "region" {
  description = "The region of buckets, network, cluster and repository."
  type        = string
  default     = "us-central1"

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]{1,2}$", var.region))
    error_message = "region looks like us-central1 or europe-west4, without a zone's letter."
  }
}

variable "zone" {
  description = "The cluster's zone; empty: Dataproc picks one with room."
  type        = string
  default     = ""

  validation {
    condition     = var.zone == "" || can(regex("^${var.region}-[a-z]$", var.zone))
    error_message = "zone is empty or one of ${var.region}, such as ${var.region}-a."
  }
}

variable "name" {
  description = "The beginning of all names, and the label app."
  type        = string
  default     = "darkroom"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,14}[a-z0-9]$", var.name))
    error_message = "name has 3 to 16 lower-case letters, digits and hyphens, a letter first, no hyphen last."
  }
}

variable "labels" {
  description = "Labels for everything that takes labels, beside app and managed_by."
  type        = map(string)
  default     = {}

  validation {
    condition = alltrue([
      for key, value in var.labels :
      can(regex("^[a-z][a-z0-9_-]{0,62}$", key)) && can(regex("^[a-z0-9_-]{0,63}$", value))
    ])
    error_message = "labels have keys and values of up to 63 lower-case letters, digits, underscores and hyphens, and keys begin with a letter."
  }
}

# Storage

variable "location" {
  description = "Where the buckets are; empty: in the region. Another place than the workers' costs egress and time."
  type        = string
  default     = ""

  validation {
    condition     = var.location == "" || can(regex("^([A-Za-z]+-[A-Za-z]+[0-9]{1,2}|US|EU|ASIA|us|eu|asia)$", var.location))
    error_message = "location is empty, a region such as us-central1, or one of US, EU and ASIA."
  }
}

variable "noncurrent_version_days" {
  description = "Days that overwritten and deleted objects of the data bucket stay as noncurrent versions."
  type        = number
  default     = 30

  validation {
    condition     = var.noncurrent_version_days >= 1 && floor(var.noncurrent_version_days) == var.noncurrent_version_days
    error_message = "noncurrent_version_days is a whole number of days, 1 at least."
  }
}

variable "soft_delete_days" {
  description = "Days that deleted objects of the data bucket can be restored; 0: not at all. Cloud Storage bills them."
  type        = number
  default     = 7

  validation {
    condition     = contains(concat([0], range(7, 91)), var.soft_delete_days)
    error_message = "soft_delete_days is 0 or 7 to 90; Cloud Storage takes nothing between."
  }
}

variable "staging_days" {
  description = "Days until an object of the staging bucket is deleted. Keep it longer than your longest job."
  type        = number
  default     = 14

  validation {
    condition     = var.staging_days >= 2 && floor(var.staging_days) == var.staging_days
    error_message = "staging_days is a whole number of days, 2 at least: younger objects may belong to a running job."
  }
}

variable "force_destroy" {
  description = "Let destroy delete buckets that hold objects, with all their versions."
  type        = bool
  default     = false
}

variable "kms_key_name" {
  description = "A customer-managed key for buckets, disks and images; empty: Google's own. You grant its use, see README.md."
  type        = string
  default     = ""

  validation {
    condition     = var.kms_key_name == "" || can(regex("^projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+$", var.kms_key_name))
    error_message = "kms_key_name is empty or projects/P/locations/L/keyRings/R/cryptoKeys/K, without a version."
  }
}

variable "input_buckets" {
  description = "Names of buckets that exist already and that the workers may read."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for bucket in var.input_buckets : can(regex("^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$", bucket))])
    error_message = "input_buckets are names of buckets, without gs:// and without a path."
  }
}

# Identities

variable "submitters" {
  description = "Who may act as the submitter's service account: user:…, group:… or serviceAccount:…."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for member in var.submitters : can(regex("^(user|group|serviceAccount):[^@\\s]+@[^@\\s]+$", member))])
    error_message = "submitters are single identities: user:NAME@HOST, group:NAME@HOST or serviceAccount:NAME@HOST; never allUsers or allAuthenticatedUsers."
  }
}

# Network

variable "subnetwork_cidr" {
  description = "The internal addresses of all workers."
  type        = string
  default     = "10.10.0.0/20"

  validation {
    condition = (
      can(cidrnetmask(var.subnetwork_cidr)) &&
      can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.subnetwork_cidr)) &&
      try(tonumber(split("/", var.subnetwork_cidr)[1]) <= 26, false) &&
      try(cidrhost(var.subnetwork_cidr, 0) == split("/", var.subnetwork_cidr)[0], false)
    )
    error_message = "subnetwork_cidr is a private range such as 10.10.0.0/20: its first address, and /26 or wider."
  }
}

variable "nat" {
  description = "Cloud NAT, for workers that must reach the internet. Darkroom's need not."
  type        = bool
  default     = false
}

variable "iap_ssh" {
  description = "Let Identity-Aware Proxy reach port 22, to log in to the master without an external address."
  type        = bool
  default     = false
}

# Dataproc

variable "dataproc_mode" {
  description = "cluster: a cluster that deletes itself; serverless: what batches need, free until one runs; none."
  type        = string
  default     = "serverless"

  validation {
    condition     = contains(["cluster", "serverless", "none"], var.dataproc_mode)
    error_message = "dataproc_mode is cluster, serverless or none."
  }
}

variable "cluster_name" {
  description = "The cluster's name; empty: that of everything."
  type        = string
  default     = ""

  validation {
    condition     = var.cluster_name == "" || can(regex("^[a-z][a-z0-9-]{0,49}[a-z0-9]$", var.cluster_name))
    error_message = "cluster_name is empty or 2 to 51 lower-case letters, digits and hyphens, a letter first, no hyphen last."
  }
}

variable "image_version" {
  description = "Dataproc's image, to the sub-minor version, so that tomorrow's cluster is today's."
  type        = string
  default     = "2.2.86-debian12"

  validation {
    condition     = can(regex("^2\\.2\\.[0-9]+-(debian12|rocky9|ubuntu22)$", var.image_version))
    error_message = "image_version is a whole 2.2 version such as 2.2.86-debian12: Darkroom needs Spark 3.5 with Scala 2.12, and 2.2 alone changes every week."
  }
}

variable "serverless_runtime" {
  description = "The runtime of serverless batches: Spark 3.5 with Scala 2.12."
  type        = string
  default     = "1.2"

  validation {
    condition     = var.serverless_runtime == "1.2"
    error_message = "serverless_runtime is 1.2: 1.1 has Spark 3.3, and 2.x has Scala 2.13."
  }
}

variable "history_server" {
  description = "A single-node cluster that shows finished serverless batches. It costs what its machine costs."
  type        = bool
  default     = false

  validation {
    condition     = !var.history_server || var.dataproc_mode == "serverless"
    error_message = "history_server goes with dataproc_mode serverless; a cluster shows its own jobs."
  }
}

variable "master" {
  description = "The master, which is the whole cluster where there are no workers."
  type = object({
    machine_type = optional(string, "n1-standard-4")
    disk_type    = optional(string, "pd-standard")
    disk_gb      = optional(number, 100)
  })
  default = {}

  validation {
    condition     = can(regex("^(n1|n2|n2d|e2)-(standard|highmem)-[1-9][0-9]*$", var.master.machine_type))
    error_message = "master.machine_type is one of n1, n2, n2d and e2, standard or highmem, such as n1-standard-4; highcpu has too little memory beside the image library."
  }

  validation {
    condition     = contains(["pd-standard", "pd-balanced", "pd-ssd"], var.master.disk_type)
    error_message = "master.disk_type is pd-standard, pd-balanced or pd-ssd."
  }

  validation {
    condition     = var.master.disk_gb >= 50 && var.master.disk_gb <= 65536 && floor(var.master.disk_gb) == var.master.disk_gb
    error_message = "master.disk_gb is a whole number from 50 to 65536: image, HDFS and logs share the disk."
  }
}

variable "workers" {
  description = "The workers that stay, and hold what is shuffled. None makes a single node."
  type = object({
    count        = optional(number, 0)
    machine_type = optional(string, "n1-standard-4")
    disk_type    = optional(string, "pd-standard")
    disk_gb      = optional(number, 200)
  })
  default = {}

  validation {
    condition     = contains(concat([0], range(2, 1001)), var.workers.count)
    error_message = "workers.count is 0, a single node, or 2 to 1000: Dataproc has no cluster of one worker."
  }

  validation {
    condition     = can(regex("^(n1|n2|n2d|e2)-(standard|highmem)-[1-9][0-9]*$", var.workers.machine_type))
    error_message = "workers.machine_type is one of n1, n2, n2d and e2, standard or highmem, such as n1-standard-4; highcpu has too little memory beside the image library."
  }

  validation {
    condition     = contains(["pd-standard", "pd-balanced", "pd-ssd"], var.workers.disk_type)
    error_message = "workers.disk_type is pd-standard, pd-balanced or pd-ssd."
  }

  validation {
    condition     = var.workers.disk_gb >= 50 && var.workers.disk_gb <= 65536 && floor(var.workers.disk_gb) == var.workers.disk_gb
    error_message = "workers.disk_gb is a whole number from 50 to 65536: a disk's rate grows with its size."
  }
}

variable "spot_workers_max" {
  description = "Up to so many spot workers come and go with the load."
  type        = number
  default     = 0

  validation {
    condition     = var.spot_workers_max >= 0 && floor(var.spot_workers_max) == var.spot_workers_max
    error_message = "spot_workers_max is a whole number, 0 at least."
  }

  validation {
    condition     = var.spot_workers_max == 0 || var.workers.count >= 2
    error_message = "spot_workers_max needs workers.count of 2 at least: a single node does not grow."
  }
}

variable "executor_memory_overhead_mb" {
  description = "Memory of each executor beside the Java heap, for decoded images of the native library."
  type        = number
  default     = 1024

  validation {
    condition     = var.executor_memory_overhead_mb >= 1024 && floor(var.executor_memory_overhead_mb) == var.executor_memory_overhead_mb
    error_message = "executor_memory_overhead_mb is a whole number, 1024 at least: with less YARN kills executors that decode large images."
  }

  validation {
    condition     = var.dataproc_mode != "cluster" || local.node_vcpus == 0 || local.executor_mb - var.executor_memory_overhead_mb >= 1024
    error_message = "executor_memory_overhead_mb leaves ${local.executor_mb - var.executor_memory_overhead_mb} MB of heap to an executor on ${local.executor_machine_type}, and Darkroom needs 1024: take a larger machine or less overhead."
  }
}

variable "idle_delete_ttl" {
  description = "The cluster is deleted after so long without a job."
  type        = string
  default     = "1800s"

  validation {
    condition     = can(regex("^[1-9][0-9]{2,6}s$", var.idle_delete_ttl)) && try(tonumber(trimsuffix(var.idle_delete_ttl, "s")) >= 300 && tonumber(trimsuffix(var.idle_delete_ttl, "s")) <= 1209600, false)
    error_message = "idle_delete_ttl is a number of seconds with an s, from 300s (5 minutes) to 1209600s (14 days)."
  }
}

variable "max_age" {
  description = "The cluster is deleted at this age, whatever it does."
  type        = string
  default     = "8h"

  validation {
    condition     = can(regex("^[1-9][0-9]{0,2}h$", var.max_age)) && try(tonumber(trimsuffix(var.max_age, "h")) <= 336, false)
    error_message = "max_age is a number of hours with an h, from 1h to 336h (14 days)."
  }
}

variable "init_script" {
  description = "An object of the data bucket that every node runs as root at its start; empty: none. Darkroom needs none."
  type        = string
  default     = ""

  validation {
    condition     = var.init_script == "" || can(regex("^[A-Za-z0-9_-][A-Za-z0-9._/-]*\\.sh$", var.init_script))
    error_message = "init_script is a path in the data bucket, such as init/setup.sh; scripts from other buckets can change under you."
  }
}

# tflint-ignore: terraform_unused_declarations
variable "quota" {
  description = "The project's quotas, if plan is to refuse clusters beyond them. SSD counts pd-ssd and pd-balanced."
  type = object({
    vcpus       = number
    ssd_gb      = number
    standard_gb = number
  })
  default = null

  validation {
    condition     = var.quota == null || try(local.shape.vcpus <= var.quota.vcpus, false)
    error_message = "Dataproc's clusters take ${local.shape.vcpus} vCPUs at their largest, quota.vcpus is ${try(var.quota.vcpus, 0)}."
  }

  validation {
    condition     = var.quota == null || try(local.shape.ssd_gb <= var.quota.ssd_gb, false)
    error_message = "Dataproc's clusters take ${local.shape.ssd_gb} GB of SSD at their largest, quota.ssd_gb is ${try(var.quota.ssd_gb, 0)}."
  }

  validation {
    condition     = var.quota == null || try(local.shape.standard_gb <= var.quota.standard_gb, false)
    error_message = "Dataproc's clusters take ${local.shape.standard_gb} GB of standard disk at their largest, quota.standard_gb is ${try(var.quota.standard_gb, 0)}."
  }
}

# Dataflow

variable "dataflow" {
  description = "What Dataflow needs: an identity for its workers and a repository for the Flex Template's image."
  type        = bool
  default     = true
}

# Budget

variable "billing_account" {
  description = "The billing account that pays the project; only the budget needs it."
  type        = string
  default     = ""

  validation {
    condition     = var.billing_account == "" || can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.billing_account))
    error_message = "billing_account is empty or three groups of six hexadecimal digits, such as 012345-6789AB-CDEF01."
  }
}

variable "budget" {
  description = "A month's budget in the billing account's currency; 0: none. It sends mail at 50, 90 and 100 %, and stops nothing."
  type        = number
  default     = 0

  validation {
    condition     = var.budget >= 0 && floor(var.budget) == var.budget
    error_message = "budget is a whole amount, 0 for none."
  }

  validation {
    condition     = var.budget == 0 || var.billing_account != ""
    error_message = "budget needs billing_account."
  }
}
