# shellcheck shell=bash
# The start-up cache of a checkout: what Java has learned from one rehearsal, so that the next start need not learn it
# again. To be sourced after common.sh, jdk.sh, build.sh and image.sh, with JAVA_HOME found.

readonly START_HOME=$HALL24_HOME/kiosk-app/target/start
readonly START_CACHE=$START_HOME/hall24.aot

# Profiles of the rehearsal in the cache make Java compile at the highest level in the first second, on the cores that the
# first screen needs: it came after 1.4 s with them, after 1.0 s without.
readonly CACHE_WITHOUT_PROFILES="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"

# Java takes the cache only with the same class path: jars, with the dates they had.
start_class_path() { paste -sd : "$START_HOME/class-path"; }

# start_cache_is_fresh: made from this build, by this Java
start_cache_is_fresh() {
  [ -s "$START_CACHE" ] && [ "$START_CACHE" -nt "$BUILD_STAMP" ] && [ "$START_CACHE" -nt "$CLASS_PATH_FILE" ] &&
    [ "$START_CACHE" -nt "$HALL24_HOME/installer/lib/jvm.options" ] && [ "$START_CACHE" -nt "$JAVA_HOME/release" ] &&
    [ "$(cat "$START_HOME/java" 2>/dev/null)" = "$JAVA_HOME" ]
}

# start_jar JAR-OR-FOLDER: prints what stands for it on the class path, and makes that if need be
start_jar() {
  local from=$1 jar
  case $from in
  */target/classes)
    jar=$START_HOME/$(basename "${from%/target/classes}").jar
    "$JAVA_HOME/bin/jar" --create --no-compress --file "$jar" -C "$from" .
    ;;
  */bcprov-* | */bcpkix-* | */bcutil-* | */jSerialComm-*)
    jar=$START_HOME/${from##*/}
    place_jar "$from" "$START_HOME" "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
    ;;
  *) jar=$from ;;
  esac
  printf '%s\n' "$jar"
}

rehearse() {
  local outcome=0
  (
    unset DISPLAY HALL24_NAMESPACE JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS
    # shellcheck disable=SC2086 # two options
    "$JAVA_HOME/bin/java" "-XX:AOTCacheOutput=$START_CACHE.new" $CACHE_WITHOUT_PROFILES "@$HALL24_HOME/installer/lib/jvm.options" \
      -cp "$(start_class_path)" io.hall24.kiosk.app.Rehearsal "$1"
  ) >"$START_HOME/rehearsal.log" 2>&1 || outcome=$?
  return $outcome
}

# cache_holds: Java starts with the new cache; with one that does not fit it would end with an error here
cache_holds() {
  "$JAVA_HOME/bin/java" "-XX:AOTCache=$START_CACHE.new" -XX:AOTMode=on "@$HALL24_HOME/installer/lib/jvm.options" \
    -cp "$(start_class_path)" io.hall24.kiosk.app.Main --version >>"$START_HOME/rehearsal.log" 2>&1
}

# make_start_cache: a start without it is slower, and that is all: failing is no reason not to go on
make_start_cache() {
  start_cache_is_fresh && return 0
  mkdir -p "$START_HOME"
  (
    flock 8
    start_cache_is_fresh && exit 0
    rm -f "$START_CACHE" "$START_HOME"/*.jar
    for part in "$HALL24_HOME/kiosk-app/target/classes" $(tr : ' ' <"$CLASS_PATH_FILE"); do start_jar "$part"; done \
      >"$START_HOME/class-path"
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    if patiently rehearse "$folder" && [ -s "$START_CACHE.new" ] && cache_holds; then
      printf '%s\n' "$JAVA_HOME" >"$START_HOME/java"
      mv "$START_CACHE.new" "$START_CACHE"
      touch "$START_CACHE"
    else
      warn "    no start-up cache could be made, so it starts more slowly; see $START_HOME/rehearsal.log"
    fi
  ) 8>"$START_HOME/.lock"
}
