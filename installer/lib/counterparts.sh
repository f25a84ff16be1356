# shellcheck shell=bash
# Which real programs, in which version, each end-to-end test met. To be sourced after common.sh and packages.sh.

# owners: reads paths, prints "path package" for those that belong to a counterpart's package
owners() {
  local paths
  mapfile -t paths < <(sort -u | sed -e 'p' -e 's|^/usr/|/|')
  [ ${#paths[@]} -gt 0 ] || return 0
  { dpkg-query -S "${paths[@]}" 2>/dev/null || true; } | awk -v wanted="$(package_list counterparts check)" '
    BEGIN { n = split(wanted, names, "\n"); for (i = 1; i <= n; i++) want[names[i]] = 1 }
    {
      at = index($0, ": /"); path = substr($0, at + 2); count = split(substr($0, 1, at - 1), owner, ", ")
      if (path !~ /^\/usr\//) path = "/usr" path
      for (i = 1; i <= count; i++) { sub(/:.*/, "", owner[i]); if (owner[i] in want) print path, owner[i] }
    }' | sort -u
}

# met_by CLASS RECORD OWNERS: the packages whose files a test class met
met_by() {
  awk -F '\t' -v class="$1" '$1 == class { print $2 }' "$2" |
    awk 'NR == FNR { owner[$1] = owner[$1] " " $2; next } $0 in owner { print owner[$0] }' "$3" - |
    tr ' ' '\n' | sed '/^$/d' | sort -u
}

# report_counterparts RECORD REPORT-FOLDER...: one line a test class; fails if one met nothing real
report_counterparts() {
  local record=$1 owned class package line outcome=0
  shift
  touch "$record"
  owned=$(mktemp)
  cut -f 2 "$record" | sed '/^$/d' | owners >"$owned"
  for class in $(find "$@" -maxdepth 1 -name 'TEST-*.xml' 2>/dev/null | sed 's|.*/TEST-\(.*\)\.xml$|\1|' | sort -u); do
    line=
    for package in $(met_by "$class" "$record" "$owned"); do
      line="$line${line:+, }$package $(dpkg-query -W -f='${Version}' "$package")"
    done
    say "    ${class##*.}: ${line:-met NO real counterpart}"
    [ -n "$line" ] || outcome=1
  done
  rm -f "$owned"
  return $outcome
}
