#!/usr/bin/env bash
# make plan, apply and destroy: terraform with the reasons why it cannot run, before it tries.
#   run.sh plan|apply|destroy PROJECT [VARS [STATE [ARGS…]]]
set -euo pipefail
cd "$(dirname "$0")"
verb=$1 project=$2 vars=${3:-} state=${4:-}
shift $(($# < 4 ? $# : 4))

stop() {
  printf '%s\n' "$@" >&2
  exit 2
}

command -v terraform > /dev/null || stop "make $verb needs Terraform 1.11 or later on the PATH."
[ -n "$project" ] || stop "make $verb needs PROJECT=, the id of a project that exists and has billing."
vars=${vars#terraform/}
[ -z "$vars" ] || [ -f "$vars" ] || stop "There is no terraform/$vars. VARS= is one of:" examples/*.tfvars

known=${CLOUDSDK_CONFIG:-$HOME/.config/gcloud}/application_default_credentials.json
if [ -z "${GOOGLE_APPLICATION_CREDENTIALS:-}${GOOGLE_CREDENTIALS:-}${GOOGLE_OAUTH_ACCESS_TOKEN:-}" ] && [ ! -f "$known" ] \
  && ! grep -qs Google /sys/class/dmi/id/product_name; then
  stop "make $verb needs credentials, and there are none. Make some with" "    gcloud auth application-default login"
fi

case $verb in
  plan) echo "Shows what would be made or changed in $project, and makes nothing." ;;
  apply) echo "Makes what is not there yet in $project, after showing it and asking. A cluster costs money from then on." ;;
  destroy)
    echo "Deletes everything that apply made in $project, after showing it and asking. Cancel running jobs first."
    echo "Buckets that hold objects stop it; to lose them too: make apply with ARGS=-var=force_destroy=true, then make destroy."
    ;;
esac

backend=()
if [ -n "$state" ]; then
  state=${state#gs://}
  [[ $state == */?* ]] || stop "STATE= is a bucket and a prefix: gs://BUCKET/PREFIX"
  printf 'terraform {\n  backend "gcs" {}\n}\n' > backend.tf
  backend=("-backend-config=bucket=${state%%/*}" "-backend-config=prefix=${state#*/}")
fi
terraform init -input=false ${backend[@]+"${backend[@]}"} > /dev/null
exec terraform "$verb" "-var=project_id=$project" ${vars:+"-var-file=$vars"} "$@"
