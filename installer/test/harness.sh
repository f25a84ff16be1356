# shellcheck shell=bash
# What the installer's own tests share. To be sourced first; sets HALL24_HOME and a scratch folder of the test's own.
set -eu
HALL24_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
SCRATCH=$(mktemp -d)
FAILURES=0
trap 'rm -rf "$SCRATCH"' EXIT

# it SENTENCE COMMAND...: the command has to succeed
it() {
  local sentence=$1
  shift
  if "$@" >"$SCRATCH/output" 2>&1; then
    printf '    ok      %s\n' "$sentence"
  else
    printf '    FAILED  %s\n' "$sentence"
    sed 's/^/            /' "$SCRATCH/output"
    FAILURES=$((FAILURES + 1))
  fi
}

# ends_with CODE COMMAND...: the command has to end with this exit code
ends_with() {
  local expected=$1 code=0
  shift
  ("$@") || code=$?
  [ "$code" -eq "$expected" ] || {
    echo "exit code $code instead of $expected"
    return 1
  }
}

# says TEXT COMMAND...: the command's output has to contain this text, whatever its exit code
says() {
  local text=$1 output
  shift
  output=$( ("$@") 2>&1) || true
  printf '%s\n' "$output"
  [[ $output == *"$text"* ]]
}

# within SECONDS COMMAND...: the command has to succeed before that; tried again until then
within() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.1
  done
}

finish() { [ "$FAILURES" -eq 0 ]; }
