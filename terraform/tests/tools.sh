#!/usr/bin/env bash
# Builds what check.sh uses, once, into a cache outside the repository: the google provider and TFLint as Go
# modules, Checkov from Python's packages. The provider takes ten minutes on two cores; needs Go and Python 3.
set -euo pipefail
. "$(dirname "$0")/versions.sh"
export CGO_ENABLED=0 GOFLAGS="-p=1 -buildvcs=false"

# build FILE MODULE VERSION: FILE appears when all of it is there, and is never built twice.
build() {
  if [ -x "$1" ]; then
    echo "there: $1"
    return
  fi
  mkdir -p "$(dirname "$1")"
  scratch=$(mktemp -d "$(dirname "$1")/build.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  GOBIN=$scratch nice -n 19 go install -ldflags="-s -w" "$2@$3"
  mv "$scratch/$(basename "$2")" "$1"
  rm -rf "$scratch"
  echo "built: $1"
}

status=0
if command -v go > /dev/null; then
  (build "$PROVIDER" github.com/hashicorp/terraform-provider-google "$PROVIDER_VERSION") || status=1
  (build "$TFLINT" github.com/terraform-linters/tflint "$TFLINT_VERSION") || status=1
else
  echo "not built: the google provider and TFLint need Go" && status=1
fi

if [ -x "$CHECKOV" ]; then
  echo "there: $CHECKOV"
else
  venv=$(dirname "$(dirname "$CHECKOV")")
  rm -rf "$venv"
  { python3 -m venv "$venv.new" && "$venv.new/bin/pip" install --quiet --disable-pip-version-check "checkov==$CHECKOV_VERSION" \
    && rm -rf "$venv.new" && python3 -m venv "$venv" \
    && "$venv/bin/pip" install --quiet --disable-pip-version-check "checkov==$CHECKOV_VERSION" && echo "built: $CHECKOV"; } || { rm -rf "$venv" && status=1; }
fi
exit $status
