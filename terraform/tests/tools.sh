#!/usr/bin/env bash
# Builds what check.sh uses, once, into a cache outside the repository: the google provider and TFLint as Go
# modules, Checkov from Python's packages. The provider takes ten minutes on two cores.
set -euo pipefail
. "$(dirname "$0")/versions.sh"
export CGO_ENABLED=0 GOFLAGS="-p=1 -buildvcs=false"

# place FOLDER FILE COMMAND…: lets the command fill the folder, which stays only if the file is in it afterwards.
place() {
  local folder=$1 file=$2
  shift 2
  [ ! -x "$file" ] || { echo "there: $file"; return; }
  rm -rf "$folder"
  mkdir -p "$folder"
  if "$@" "$folder" && [ -x "$file" ]; then
    echo "built: $file ($SECONDS s)"
  else
    rm -rf "$folder"
    echo "cannot be had: $file"
    return 1
  fi
}

module() { command -v go > /dev/null && GOBIN=$2 nice -n 19 go install -ldflags="-s -w" "$1"; }

packages() { python3 -m venv "$2" && "$2/bin/pip" install --quiet --disable-pip-version-check "$1"; }

status=0
place "$(dirname "$TFLINT")" "$TFLINT" module "github.com/terraform-linters/tflint@$TFLINT_VERSION" || status=1
place "$(dirname "$(dirname "$CHECKOV")")" "$CHECKOV" packages "checkov==$CHECKOV_VERSION" || status=1
place "$(dirname "$PROVIDER")" "$PROVIDER" module "github.com/hashicorp/terraform-provider-google@$PROVIDER_VERSION" || status=1
exit $status
