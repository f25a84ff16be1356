#!/bin/sh
# A virtual IPP printer: ippeveprinter with the mechanics of numbered stock, and a private D-Bus and
# Avahi, without which it does not start. Ends, with everything it started, when standard input ends
# or when it is killed.
#
# usage: printer.sh PORT DIR        (DIR/mechanics is HALL24_MECHANICS; DIR also takes spool, keys and logs)
# needs: ippeveprinter ipptool dbus-daemon avahi-daemon qpdf pdftoppm pdfinfo unshare
set -eu
here=$(cd "$(dirname "$0")" && pwd)
port=${1:?usage: printer.sh PORT DIR}
dir=${2:?usage: printer.sh PORT DIR}

# Both daemons have the paths of their sockets and pid files compiled in: a private /run keeps them
# from others. In a pid namespace nothing survives its first process.
if [ -z "${HALL24_PRIVATE_RUN:-}" ]; then
  namespace=-rm
  unshare -rm true 2>/dev/null || namespace=-m
  HALL24_PRIVATE_RUN=1 exec unshare $namespace --pid --fork --kill-child sh "$0" "$port" "$dir"
fi

mkdir -p "$dir/spool" "$dir/keys" "$dir/mechanics/tray-a3" "$dir/mechanics/tray-a4" "$dir/mechanics/exit"
dir=$(cd "$dir" && pwd)

# A power cut leaves the sheet of the job at work inside.
for work in "$dir"/mechanics/work-*; do
  [ -d "$work" ] || continue
  if [ -e "$work/stock.pdf" ]; then
    mkdir -p "$dir/mechanics/jammed"
    mv "$work" "$dir/mechanics/jammed/${work##*/work-}"
  else
    rm -r "$work"
  fi
done

mount -t tmpfs tmpfs /run
mkdir -p /run/dbus /run/avahi-daemon
# Only one user exists in here; Avahi wants to give its directory to its own.
echo 'root:x:0:0::/:/bin/sh
avahi:x:0:0::/:/bin/sh' >/run/passwd
echo 'root:x:0:
avahi:x:0:' >/run/group
mount --bind /run/passwd /etc/passwd
mount --bind /run/group /etc/group
printf '%s\n' '[server]' 'host-name=hall24-printer' 'use-ipv6=no' 'allow-interfaces=lo' \
  '[publish]' 'publish-workstation=no' >"$dir/avahi.conf"

await_socket() {
  tries=200
  until [ -S "$1" ]; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { echo "no $1 after 10 s; see the logs in $dir" >&2; exit 1; }
    sleep 0.05
  done
}

dbus-daemon --config-file="$here/dbus.conf" --nofork --nopidfile >"$dir/dbus.log" 2>&1 &
await_socket /run/dbus/system_bus_socket
avahi-daemon -f "$dir/avahi.conf" --no-drop-root --no-chroot --no-rlimits >"$dir/avahi.log" 2>&1 &
await_socket /run/avahi-daemon/socket

export HALL24_MECHANICS="$dir/mechanics"
ippeveprinter -v -r off -p "$port" -n localhost -a "$here/a3.conf" -c "$here/mechanics.sh" \
  -d "$dir/spool" -K "$dir/keys" -k "Hall24 $port" >"$dir/printer.log" 2>&1 &
printer=$!
exec 3<&0
(
  cat <&3 >/dev/null
  kill -KILL "$printer"
) &
wait "$printer"
