# Sourced by tools.sh and check.sh: what they use, and where it lies.

# The provider's module bears no major version in its path, so that Go knows a release by its commit: this is 8.0.0 and two days.
PROVIDER_VERSION=v1.20.1-0.20260828184646-f3721fb45fa3
TFLINT_VERSION=v0.64.0
CHECKOV_VERSION=3.3.30

CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/darkroom/terraform
PROVIDER=$CACHE/google-$PROVIDER_VERSION/terraform-provider-google
TFLINT=$CACHE/tflint-$TFLINT_VERSION/tflint
CHECKOV=$CACHE/checkov-$CHECKOV_VERSION/bin/checkov
