# shellcheck shell=bash
# Finds JDK 25 and Maven. To be sourced after common.sh.

# is_jdk25 FOLDER: a complete JDK, not a run-time image without a compiler
is_jdk25() {
  [ -x "$1/bin/javac" ] && grep -qE '^JAVA_VERSION="25(\.|")' "$1/release" 2>/dev/null
}

# Prints the first JDK 25 among JAVA_HOME, /usr/lib/jvm and the java on PATH.
jdk25_home() {
  local candidate java
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -n "$candidate" ] && is_jdk25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  java=$(command -v java) || return 1
  candidate=$(readlink -f "$java")
  candidate=${candidate%/bin/java}
  is_jdk25 "$candidate" && printf '%s\n' "$candidate"
}

require_jdk25() {
  JAVA_HOME=$(jdk25_home) || give_up "$EXIT_UNAVAILABLE" \
    "no JDK 25 was found; unpack one (for instance Eclipse Temurin) into /usr/lib/jvm, or set JAVA_HOME to its folder."
  export JAVA_HOME
}

require_maven() {
  has mvn || give_up "$EXIT_UNAVAILABLE" "Maven was not found; install it with: sudo apt-get install maven"
}
