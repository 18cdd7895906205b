#!/usr/bin/env bash
# What submit.sh asks of gcloud, java and terraform, played by stand-ins that write it down.
set -uo pipefail
cd "$(dirname "$0")"
submit=$PWD/../submit.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PATH=$scratch:$PATH LOG=$scratch/log
failures=0

cat > "$scratch/terraform" << 'END'
#!/usr/bin/env bash
case $3 in
  project) echo my-project ;;
  region) echo europe-west4 ;;
  dataproc_mode) echo "$MODE" ;;
  history_server) ;;
  subnetwork) echo regions/europe-west4/subnetworks/darkroom ;;
  *) echo "$3" ;;
esac
END
cat > "$scratch/gcloud" << 'END'
#!/usr/bin/env bash
echo "gcloud $*" >> "$LOG"
[[ "$*" == *list* ]] && echo job-1
[[ -z $FAIL || "$*" != *"$FAIL"* ]]
END
sed 's/gcloud/java/' "$scratch/gcloud" > "$scratch/java"
chmod +x "$scratch"/*
touch "$scratch/darkroom.jar"

# expect NAME STATUS LINES… -- ARGUMENTS…: each of LINES must be found, in this order, and no other line.
expect() {
  local name=$1 status=$2 pattern=() got
  shift 2
  while [ "$1" != -- ]; do pattern+=("$1"); shift; done
  shift
  : > "$LOG"
  "$submit" "$@" > "$scratch/out" 2>&1
  got=$?
  [ $got = "$status" ] || { echo "$name: ended with $got, not $status"; cat "$scratch/out"; failures=$((failures + 1)); }
  [ "$(wc -l < "$LOG")" = ${#pattern[@]} ] || { echo "$name: other commands than expected"; cat "$LOG"; failures=$((failures + 1)); }
  local i=0 line
  while read -r line; do
    # shellcheck disable=SC2053
    [[ $line == ${pattern[$i]:-} ]] || { echo "$name: $line"; failures=$((failures + 1)); }
    i=$((i + 1))
  done < "$LOG"
}

places=("$scratch/darkroom.jar" gs://a/photos/ gs://a/out/)
export MODE=cluster FAIL=""
expect "a cluster" 0 \
  "gcloud dataproc jobs submit spark --id=darkroom-*-preflight --cluster=dataproc_cluster * preflight --input=gs://a/photos/ --output=gs://a/out/ --runner=SparkRunner" \
  "gcloud dataproc jobs submit spark --id=darkroom-*-convert * --impersonate-service-account=submitter_service_account * convert *--width=224 --runner=SparkRunner" \
  -- dataproc "${places[@]}" --width=224
FAIL=" preflight"
expect "workers that are not fit" 1 \
  "gcloud dataproc jobs submit spark --id=darkroom-*-preflight *" \
  "gcloud dataproc jobs kill darkroom-*-preflight --quiet *" \
  -- dataproc "${places[@]}"
MODE=serverless FAIL=" convert"
expect "a batch that fails" 1 \
  "gcloud dataproc batches submit spark --batch=darkroom-*-preflight --version=serverless_runtime --subnet=darkroom *" \
  "gcloud dataproc batches submit spark --batch=darkroom-*-convert *" \
  "gcloud dataproc batches cancel darkroom-*-convert --quiet *" \
  -- dataproc "${places[@]}"
expect "Dataflow that fails" 1 \
  "java -jar * preflight *--runner=DataflowRunner *" \
  "java -jar * convert *--subnetwork=regions/europe-west4/subnetworks/darkroom --usePublicIps=false --serviceAccount=dataflow_service_account --tempLocation=gs://staging_bucket/temp *" \
  "gcloud dataflow jobs list --status=active --filter=name=darkroom-*-convert *" \
  "gcloud dataflow jobs cancel job-1 *" \
  -- dataflow "${places[@]}"
MODE=none FAIL=""
expect "no Dataproc" 2 -- dataproc "${places[@]}"
expect "a folder of this disk" 2 -- dataproc "$scratch/darkroom.jar" photos/ gs://a/out/
[ $failures = 0 ]
