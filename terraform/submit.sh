#!/usr/bin/env bash
# make dataproc-submit and dataflow-run: a conversion on what Terraform made, workers asked first.
#   submit.sh dataproc|dataflow JAR INPUT OUTPUT [FLAGS…]
# Ends as the conversion ends. What it started is cancelled when it fails or is interrupted.
set -euo pipefail
cd "$(dirname "$0")"
where=$1 jar=$2 input=$3 output=$4
shift 4
name=darkroom-$(date -u +%Y%m%d-%H%M%S)-$$

stop() {
  printf '%s\n' "$@" >&2
  exit 2
}

for program in terraform gcloud java; do
  command -v $program > /dev/null || stop "make needs $program on the PATH to reach the cloud."
done
[[ $input == gs://* && $output == gs://* ]] || stop "INPUT= and OUTPUT= must be gs:// URIs: no worker sees this disk."
[ -f "$jar" ] || stop "There is no $jar: make jar"

out() { terraform output -raw "$1"; }
project=$(out project) || stop "Terraform has made nothing yet: make apply"
region=$(out region)
staging=gs://$(out staging_bucket)
submitter=$(out submitter_service_account)
common=("--project=$project" "--region=$region" "--impersonate-service-account=$submitter")

running=""
cancel() {
  status=$?
  trap - EXIT
  if [ -n "$running" ]; then
    echo "cancelling $running" >&2
    case $where-$mode in
      dataproc-cluster) gcloud dataproc jobs kill "$running" --quiet "${common[@]}" || true ;;
      dataproc-serverless) gcloud dataproc batches cancel "$running" --quiet "${common[@]}" || true ;;
      dataflow-*)
        for job in $(gcloud dataflow jobs list --status=active "--filter=name=$running" '--format=value(id)' "${common[@]}"); do
          gcloud dataflow jobs cancel "$job" "${common[@]}" || true
        done
        ;;
    esac
  fi
  exit $status
}
trap cancel EXIT
trap 'exit 130' INT TERM

# spark VERB FLAGS…: a job on the cluster, or a batch without one.
spark() {
  running=$name-$1
  local program=("--class=dev.darkroom.pipeline.Darkroom" "--jars=$jar" "--labels=app=darkroom,verb=$1" --)
  case $mode in
    cluster)
      gcloud dataproc jobs submit spark "--id=$running" "--cluster=$(out dataproc_cluster)" "${common[@]}" \
        "${program[@]}" "$@" --runner=SparkRunner
      ;;
    serverless)
      local history
      history=$(out history_server)
      gcloud dataproc batches submit spark "--batch=$running" "--version=$(out serverless_runtime)" \
        "--subnet=$(basename "$(out subnetwork)")" "--service-account=$(out dataproc_service_account)" \
        "--deps-bucket=$staging" "--properties=$(out serverless_properties)" \
        ${history:+"--history-server-cluster=$history"} "${common[@]}" "${program[@]}" "$@" --runner=SparkRunner
      ;;
    *) stop "dataproc_mode is $mode: set it to cluster or serverless, then make apply" ;;
  esac
  running=""
}

# flow VERB FLAGS…: a job of Dataflow's, launched and watched from here.
flow() {
  running=$name-$1
  java -jar "$jar" "$@" --runner=DataflowRunner "--jobName=$running" "--project=$project" "--region=$region" \
    "--subnetwork=$(out subnetwork)" --usePublicIps=false "--serviceAccount=$(out dataflow_service_account)" \
    "--tempLocation=$staging/temp" '--labels={"app":"darkroom"}'
  running=""
}

mode=$(out dataproc_mode)
places=("--input=$input" "--output=$output")
case $where in
  dataproc) submit=spark ;;
  dataflow) submit=flow ;;
esac
$submit preflight "${places[@]}"
$submit convert "${places[@]}" "$@"
