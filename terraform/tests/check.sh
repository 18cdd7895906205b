#!/usr/bin/env bash
# Checks this folder without an account: form, types against the real google provider, plans of every shape and
# option with that provider's answers made up, messages of wrong variables, linters, secrets.
# What cannot be had is skipped with the reason. Nothing is written but to target/.
set -uo pipefail
cd "$(dirname "$0")/.."
. tests/versions.sh
work=$PWD/../target/terraform
failed=0
passed=0
skipped=0
names=()
pids=()

# Neither the user's variables nor credentials may decide.
for variable in $(compgen -v TF_VAR_) $(compgen -v TF_CLI_ARGS) TF_DATA_DIR TF_WORKSPACE; do unset "$variable"; done
export GOOGLE_OAUTH_ACCESS_TOKEN=none CHECKPOINT_DISABLE=1
# A quarter of the time goes to collecting the garbage of short processes.
export GOGC=400
unset GOOGLE_APPLICATION_CREDENTIALS GOOGLE_CREDENTIALS

# begin NAME COMMAND…: starts it beside the others.
begin() {
  names+=("$1")
  "${@:2}" > "$work/${#names[@]}.log" 2>&1 &
  pids+=($!)
}

# Waits for what was begun, and prints a line for each and the output of what failed.
finish() {
  local i log
  for i in "${!names[@]}"; do
    log=$work/$((i + 1)).log
    if wait "${pids[$i]}"; then
      echo "passed: ${names[$i]}$(awk '/^Success! / {runs += $2} END {if (runs) print ", " runs " runs"}' "$log")"
      passed=$((passed + 1))
    else
      grep -v '^  run .*pass$' "$log"
      echo "FAILED: ${names[$i]}"
      failed=$((failed + 1))
    fi
  done
}

skip() {
  echo "skipped: $1: $2"
  skipped=$((skipped + 1))
}

examples() {
  local example
  for example in examples/*.tfvars; do
    echo "== $example"
    terraform test -no-color -test-directory=examples -var-file="$example" || return 1
  done
}

# Every message of a validation is provoked, and said as it is written.
messages() {
  local file answer message status=0
  for file in tests/messages/*.tfvars; do
    answer=$(terraform plan -no-color -input=false -lock=false -refresh=false -var-file="$file" 2>&1 | tr -s ' \n' ' ')
    while read -r message; do
      [[ $answer == *"$message"* ]] || { echo "$file: nothing says '$message'"; status=1; }
    done < <(sed -n 's/^#> //p' "$file")
  done
  local written provoked
  written=$(grep -c error_message variables.tf)
  provoked=$(sed -n 's/^#> //p' tests/messages/*.tfvars | sort -u | wc -l)
  [ "$written" = "$provoked" ] || { echo "$written messages are written, $provoked provoked"; status=1; }
  return $status
}

# Grants are single members; no file names a key, a token, a state or everybody.
secrets() {
  local status=0
  if grep -nE 'google_[a-z_]+_iam_(policy|binding)"' ./*.tf; then
    echo "grants that replace others'"
    status=1
  fi
  if grep -nE '\b(allUsers|allAuthenticatedUsers)\b' ./*.tf | grep -v error_message; then
    echo "grants to everybody"
    status=1
  fi
  if grep -nE 'roles/(owner|editor|viewer|storage\.admin|iam\.serviceAccountKeyAdmin)' ./*.tf; then
    echo "roles that are too wide"
    status=1
  fi
  if git -C .. grep -nIE 'BEGIN [A-Z ]*PRIVATE KEY|"private_key"|AIza[0-9A-Za-z_-]{35}|ya29\.[0-9A-Za-z_-]{20}' -- . ':!terraform/tests/check.sh'; then
    echo "keys or tokens"
    status=1
  fi
  if git -C .. ls-files | grep -E '\.tfstate|\.terraform/|(^|/)terraform\.tfvars$|backend\.tf$'; then
    echo "states or settings of one account"
    status=1
  fi
  return $status
}

rm -rf "$work"
mkdir -p "$work/copy"
begin secrets secrets
begin "submitting, with stand-ins for gcloud and java" tests/submit.sh

# A copy, without the state, backend and values of an account that may lie here.
cp -R ./*.tf examples tests "$work/copy"
cd "$work/copy" && rm -f backend.tf

if [ -x "$TFLINT" ]; then begin TFLint "$TFLINT" --no-color; else skip TFLint "not built, see make terraform-tools"; fi
if [ -x "$CHECKOV" ]; then
  LOG_LEVEL=ERROR begin Checkov "$CHECKOV" --directory . --framework terraform --compact --quiet --skip-download
else
  skip Checkov "not built, see make terraform-tools"
fi

if ! command -v terraform > /dev/null; then
  skip "format, validate and test" "there is no terraform"
else
  begin format terraform fmt -check -diff -recursive
  provider=""
  if [ -x "$PROVIDER" ]; then
    printf 'provider_installation {\n  dev_overrides {\n    "hashicorp/google" = "%s"\n  }\n  direct {}\n}\n' "$(dirname "$PROVIDER")" > "$work/cli.tfrc"
    export TF_CLI_CONFIG_FILE=$work/cli.tfrc
    provider="built, $PROVIDER_VERSION"
  else
    terraform init -no-color -input=false > "$work/init.log" 2>&1 && provider="downloaded"
  fi
  if [ -z "$provider" ]; then
    skip "validate and test" "the google provider is neither built, see make terraform-tools, nor downloaded: $(grep -m1 -A2 '^Error' "$work/init.log" | tr -s ' \n' ' ')"
  else
    begin "validate with the google provider ($provider)" terraform validate -no-color
    begin test terraform test -no-color
    begin examples examples
    begin messages messages
  fi
fi
finish
echo "terraform-check: $passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
