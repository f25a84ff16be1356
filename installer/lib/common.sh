# shellcheck shell=bash
# Messages, exit codes and places that all the commands share. To be sourced; $HALL24_HOME is the checkout.

# The exit codes of the command line: 1 a negative answer, 2 wrong usage, 3 something needed is not available.
readonly EXIT_NEGATIVE=1 EXIT_USAGE=2 EXIT_UNAVAILABLE=3

# Debian keeps daemons out of the path of ordinary users.
PATH=$PATH:/usr/sbin:/sbin

HALL24_DATA=${HALL24_DATA:-${XDG_CACHE_HOME:-$HOME/.cache}/hall24}
# Folder of the programs that stand in for devices, which the Java side starts.
HALL24_COUNTERPARTS=$HALL24_HOME/installer/counterparts
export HALL24_DATA HALL24_COUNTERPARTS

say() { printf '%s\n' "$*"; }

step() { printf '==> %s\n' "$*"; }

warn() { printf '%s\n' "$*" >&2; }

# give_up CODE SENTENCE: one sentence with the exact remedy, and the exit code that fits
give_up() {
  local code=$1
  shift
  printf 'hall24: %s\n' "$*" >&2
  exit "$code"
}

has() { command -v "$1" >/dev/null 2>&1; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# confirm QUESTION: asks only where a person can answer; everyone else has agreed by starting the command
confirm() {
  [ -t 0 ] && [ -t 1 ] || return 0
  local answer
  read -r -p "$1 [Y/n] " answer
  case $answer in '' | y | Y | yes | j | J | 是) return 0 ;; *) return 1 ;; esac
}

# minutes SECONDS: 0:07, 12:30
minutes() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# patiently COMMAND...: runs it, and says on stderr every 20 seconds that it is still at work
patiently() {
  local begin=$SECONDS beat outcome=0
  (while sleep 20 && kill -0 $$ 2>/dev/null; do warn "    still at it after $(minutes $((SECONDS - begin)))"; done) &
  beat=$!
  "$@" || outcome=$?
  { kill $beat && wait $beat; } 2>/dev/null || true
  return $outcome
}
