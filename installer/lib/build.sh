# shellcheck shell=bash
# Builds what is stale and starts the command line. To be sourced after common.sh and jdk.sh, with JAVA_HOME found.

readonly BUILD_STAMP=$HALL24_HOME/kiosk-app/target/hall24.built
readonly CLASS_PATH_FILE=$HALL24_HOME/kiosk-app/target/hall24.classpath

# newer_than FILE PATH...: is anything in PATH newer than FILE (a deleted file makes its folder newer)
newer_than() {
  local file=$1
  shift
  [ ! -e "$file" ] || [ -n "$(find "$@" -newer "$file" -print -quit)" ]
}

poms() { printf '%s\n' "$HALL24_HOME/pom.xml" "$HALL24_HOME"/*/pom.xml; }

is_stale() {
  local paths
  mapfile -t paths < <(poms)
  newer_than "$BUILD_STAMP" "${paths[@]}" "$HALL24_HOME"/{config,device-drivers,kiosk-app}/src/main ||
    [ ! -d "$HALL24_HOME/kiosk-app/target/classes" ]
}

maven() { (cd "$HALL24_HOME" && mvn -B -ntp "$@"); }

# maven_logged LOG ARGUMENT...
maven_logged() {
  local log=$1
  shift
  maven "$@" >"$log" 2>&1
}

build() {
  local paths goals=(compile) log=$HALL24_HOME/kiosk-app/target/hall24.log
  mapfile -t paths < <(poms)
  mkdir -p "${log%/*}"
  if newer_than "$CLASS_PATH_FILE" "${paths[@]}"; then
    goals+=(dependency:build-classpath -Dmdep.outputFile=target/hall24.classpath -DincludeScope=runtime)
  fi
  touch "$BUILD_STAMP.new"
  patiently maven_logged "$log" -q -pl kiosk-app -am "${goals[@]}" || {
    grep -E '^\[(ERROR|WARNING)\] .*(\.java:|Could not|Failed to|Non-resolvable)' "$log" | sort -u | head -n 20 >&2
    give_up "$EXIT_UNAVAILABLE" "the build failed; everything that Maven said is in $log"
  }
  mv "$BUILD_STAMP.new" "$BUILD_STAMP"
}

# build_if_stale: two commands at once wait for each other; progress goes to stderr, for stdout belongs to the command
build_if_stale() {
  is_stale || return 0
  mkdir -p "${BUILD_STAMP%/*}"
  (
    flock 8
    if is_stale; then
      warn "==> building (for the first time Maven also fetches its libraries, some 250 MB)"
      build
    fi
  ) 8>"$HALL24_HOME/kiosk-app/target/.hall24.lock"
}

# java_command: fills JAVA_COMMAND with the program and its options, up to the arguments of hall24
java_command() {
  JAVA_COMMAND=("$JAVA_HOME/bin/java")
  if start_cache_is_fresh; then
    JAVA_COMMAND+=("-XX:AOTCache=$START_CACHE" "@$HALL24_HOME/installer/lib/jvm.options" -cp "$(start_class_path)")
  else
    JAVA_COMMAND+=("@$HALL24_HOME/installer/lib/jvm.options"
      -cp "$HALL24_HOME/kiosk-app/target/classes:$(cat "$CLASS_PATH_FILE")")
  fi
  JAVA_COMMAND+=(io.hall24.kiosk.app.Main)
  # Names in file names and arguments are Chinese.
  case "$(locale charmap 2>/dev/null)" in UTF-8) ;; *) export LC_ALL=C.UTF-8 ;; esac
}
