# Wrong values, and what terraform plan must say of each. tests/check.sh looks for every line that begins with "#> ".
# Terraform says nothing of a rule between variables while one of them is wrong by itself: those are in together.tfvars.

project_id = "My Project"
#> project_id is the project's id, not its name or number
region = "us"
#> region looks like us-central1 or europe-west4
name = "d"
#> name has 3 to 16 lower-case letters
labels = { Team = "vision" }
#> labels have keys and values of up to 63 lower-case letters
location = "moon"
#> location is empty, a region such as us-central1, or one of US, EU and ASIA.
noncurrent_version_days = 0
#> noncurrent_version_days is a whole number of days, 1 at least.
soft_delete_days = 3
#> soft_delete_days is 0 or 7 to 90
staging_days = 1
#> staging_days is a whole number of days, 2 at least
kms_key_name = "key"
#> kms_key_name is empty or projects/P/locations/L/keyRings/R/cryptoKeys/K
input_buckets = ["gs://photos"]
#> input_buckets are names of buckets, without gs:// and without a path.
submitters = ["allUsers"]
#> never allUsers or allAuthenticatedUsers.
subnetwork_cidr = "0.0.0.0/0"
#> subnetwork_cidr is a private range such as 10.10.0.0/20
cluster_name = "Big"
#> cluster_name is empty or 2 to 51 lower-case letters
dataproc_mode = "yarn"
#> dataproc_mode is cluster, serverless or none.
image_version = "2.2"
#> image_version is a whole 2.2 version such as 2.2.86-debian12
serverless_runtime = "2.2"
#> serverless_runtime is 1.2: 1.1 has Spark 3.3, and 2.x has Scala 2.13.
master = { machine_type = "n1-highcpu-8", disk_type = "ssd", disk_gb = 10 }
#> master.machine_type is one of n1, n2, n2d and e2
#> master.disk_type is pd-standard, pd-balanced or pd-ssd.
#> master.disk_gb is a whole number from 50 to 65536
workers = { count = 1, machine_type = "custom-4-8192", disk_type = "ssd", disk_gb = 10 }
#> workers.count is 0, a single node, or 2 to 1000
#> workers.machine_type is one of n1, n2, n2d and e2
#> workers.disk_type is pd-standard, pd-balanced or pd-ssd.
#> workers.disk_gb is a whole number from 50 to 65536
idle_delete_ttl = "30m"
#> idle_delete_ttl is a number of seconds with an s, from 300s (5 minutes) to 1209600s (14 days).
max_age = "8"
#> max_age is a number of hours with an h, from 1h to 336h (14 days).
init_script = "gs://others/setup.sh"
#> init_script is a path in the data bucket
billing_account = "mine"
#> billing_account is empty or three groups of six hexadecimal digits
