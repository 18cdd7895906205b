# Batches without a cluster: nothing costs anything until one runs.
dataproc_mode = "serverless"
