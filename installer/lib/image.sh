# shellcheck shell=bash
# Makes the Java runtime of the package and slims libraries for it. To be sourced after common.sh, with JAVA_HOME found.

# What the application and its libraries use (jdeps), what they find only by name (naming, localedata, charsets, zipfs,
# crypto), and JavaFX. No attach, no debugger, no management agent: nobody looks into a terminal's memory.
readonly IMAGE_MODULES=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,\
java.scripting,java.security.jgss,java.smartcardio,java.sql,java.xml,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,\
jdk.httpserver,jdk.jfr,jdk.localedata,jdk.net,jdk.unsupported,jdk.zipfs,javafx.base,javafx.graphics,javafx.controls

# unpack JAR FOLDER
unpack() {
  mkdir -p "$2"
  (cd "$2" && "$JAVA_HOME/bin/jar" --extract --file "$1")
}

# javafx_module JAR FOLDER: a jmod of one JavaFX jar, so that its native libraries lie in the image instead of being
# unpacked at every user's first start
javafx_module() {
  local jar=$1 modules=$2 work name
  name=$(basename "$jar" | sed -E 's/^(javafx)-([a-z]+)-.*/\1.\2/')
  work=$(mktemp -d)
  unpack "$jar" "$work/classes"
  mkdir "$work/libraries"
  find "$work/classes" -maxdepth 1 -name '*.so' -exec mv {} "$work/libraries" \;
  "$JAVA_HOME/bin/jmod" create --class-path "$work/classes" --libs "$work/libraries" --target-platform linux-amd64 \
    "$modules/$name.jmod"
  rm -rf "$work"
}

# make_image FOLDER JAVAFX-JAR...: a Java runtime in FOLDER
make_image() {
  local image=$1 modules jar
  shift
  modules=$(mktemp -d)
  for jar; do javafx_module "$jar" "$modules"; done
  "$JAVA_HOME/bin/jlink" --module-path "$modules" --add-modules "$IMAGE_MODULES" --include-locales zh-CN,en \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$image"
  rm -rf "$modules"
}

# not_needed NAME: what of a library's jar the terminal never loads, as arguments of find. Bouncy Castle's signatures are
# asked for by another vendor's Java only; here they would cost half a second at each start, and no class of a signed jar
# is taken into the start-up cache.
not_needed() {
  case $1 in
  bcprov-* | bcpkix-* | bcutil-*) printf '%s\n' -path './META-INF/*.SF' -o -path './META-INF/*.RSA' -o -path './META-INF/*.DSA' ;;
  sqlite-jdbc-*) printf '%s\n' -path './org/sqlite/native/*' -not -path './org/sqlite/native/Linux/x86_64/*' ;;
  jSerialComm-*)
    printf '%s\n' -path './Windows/*' -o -path './OSX/*' -o -path './Android/*' -o -path './Solaris/*' -o -path './*BSD/*' \
      -o -path './Linux/*' -not -path './Linux/x86_64/*'
    ;;
  opencv-*-linux-x86_64.jar)
    printf '%s\n' -path '*/linux-x86_64/python/*' -o -path '*/linux-x86_64/include/*' \
      -o -path '*/linux-x86_64/lib/cmake/*' -o -path '*/linux-x86_64/share/opencv4/*' \
      -o -path '*/linux-x86_64/share/java/*' -o -name 'libopencv_java.so'
    ;;
  openblas-*-linux-x86_64.jar)
    printf '%s\n' -path '*/linux-x86_64/include/*' -o -path '*/linux-x86_64/lib/*' -o -name 'libjniopenblas_full.so'
    ;;
  ffmpeg-*-linux-x86_64.jar)
    printf '%s\n' -path '*/linux-x86_64/include/*' -o -path '*/linux-x86_64/lib/*' -o -path '*/linux-x86_64/share/*' \
      -o -name ffmpeg -o -name ffprobe
    ;;
  esac
}

# place_jar JAR FOLDER DATE: a copy in FOLDER, without what is not needed
place_jar() {
  local jar=$1 folder=$2 date=$3 name work rule
  name=$(basename "$jar")
  mapfile -t rule < <(not_needed "$name")
  if [ ${#rule[@]} -eq 0 ]; then
    cp "$jar" "$folder/$name"
    return
  fi
  work=$(mktemp -d)
  unpack "$jar" "$work"
  (cd "$work" && find . -type f \( "${rule[@]}" \) -delete && find . -type d -empty -delete)
  # Only the main section: what may follow are the checksums of signed files. And unsealed: Java does not start with a
  # start-up cache that has classes of a sealed jar linked in advance.
  sed -e '/^[[:space:]]*$/q' -e '/^Sealed:/d' "$work/META-INF/MANIFEST.MF" >"$work.manifest"
  rm "$work/META-INF/MANIFEST.MF"
  "$JAVA_HOME/bin/jar" --create --file "$folder/$name" --date "$date" --manifest "$work.manifest" -C "$work" .
  rm -rf "$work" "$work.manifest"
}
