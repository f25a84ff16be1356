#!/bin/sh
# The mechanics of a printer with numbered, pre-printed stock; run by ippeveprinter (-c) once a job.
#
# usage: mechanics.sh FILE.pdf
#   HALL24_MECHANICS  directory:
#     tray-a3/ tray-a4/   one PDF a sheet of stock, named by its number, taken in name order
#     exit/JOB/           what came out: sheet.pdf, sheet.pgm (grey, 200 dpi), received.pdf, sheet-number
#     jammed/JOB/         a sheet that is stuck inside
#     stop-JOB            a file that tells the job to give up while it waits for paper
#     fault-blank         sheets come out unprinted
#     fault-wrong-number  double feed: the next but one is printed, the next comes out with it
#     fault-jam           sheets get stuck
#     fault-held          a pulled sheet stops halfway, and goes on when the file is gone
#     work-*/             the paper path of the job at work
#   IPP_JOB_ID, IPP_MEDIA, CONTENT_TYPE, IPP_JOB_URI  as ippeveprinter gives them
#   HALL24_REFILL_SECONDS  how long an empty tray or a held sheet is waited for (default 120)
# Speaks to ippeveprinter on stderr (STATE:, ATTR:). Exit 0 when the sheet lies in exit/.
set -eu
umask 022
export LC_ALL=C

: "${HALL24_MECHANICS:?names the directory of the mechanics}"
job=${IPP_JOB_ID:?}
received=${1:?usage: mechanics.sh FILE.pdf}
work=$HALL24_MECHANICS/work-$job-$$
pulled=

say() { echo "$*" >&2; }

fault() { [ -e "$HALL24_MECHANICS/fault-$1" ]; }

# A directory of its own in exit/ or jammed/ even when the printer counts its jobs from 1 again.
free_name() {
  candidate=$job
  round=2
  while [ -e "$HALL24_MECHANICS/exit/$candidate" ] || [ -e "$HALL24_MECHANICS/jammed/$candidate" ] ||
    [ -e "$HALL24_MECHANICS/taken/$candidate" ] || [ -e "$HALL24_MECHANICS/retained/$candidate" ]; do
    candidate=$job.$round
    round=$((round + 1))
  done
  echo "$candidate"
}

tray_of_media() {
  case "${IPP_MEDIA:-}" in
    *iso_a3*) echo tray-a3 ;;
    *iso_a4*) echo tray-a4 ;;
    '') tray_of_pages ;;
    *) return 1 ;;
  esac
}

tray_of_pages() {
  case "$(pdfinfo "$received" | sed -n 's/^Page size:.*(\(A[34]\)).*/\1/p')" in
    A3) echo tray-a3 ;;
    A4) echo tray-a4 ;;
    *) return 1 ;;
  esac
}

cancelled() {
  [ -e "$HALL24_MECHANICS/stop-$job" ] && return 0
  [ -n "${IPP_JOB_URI:-}" ] || return 1
  command -v ipptool >/dev/null || return 1
  asks=$work/get-job.test
  # shellcheck disable=SC2016  # ipptool expands $uri itself
  printf '%s\n' '{ OPERATION Get-Job-Attributes GROUP operation-attributes-tag' \
    'ATTR charset attributes-charset utf-8' 'ATTR language attributes-natural-language en' \
    'ATTR uri job-uri $uri' 'ATTR name requesting-user-name mechanics' \
    'ATTR keyword requested-attributes job-state-reasons' '}' >"$asks"
  ipptool -T 2 -tv "$IPP_JOB_URI" "$asks" 2>/dev/null | grep -q 'job-state-reasons.*processing-to-stop-point'
}

# The nth sheet of the tray from the top, or nothing.
sheet_at() {
  wanted=$1
  for sheet in "$tray"/*.pdf; do
    wanted=$((wanted - 1))
    if [ "$wanted" -eq 0 ] && [ -e "$sheet" ]; then echo "${sheet##*/}"; fi
  done
}

needed() { if fault wrong-number; then echo 2; else echo 1; fi; }

wait_for_stock() {
  [ -n "$(sheet_at "$(needed)")" ] && return 0
  say "STATE: +media-empty"
  ticks=$((${HALL24_REFILL_SECONDS:-120} * 4))
  while [ "$ticks" -gt 0 ] && [ -z "$(sheet_at "$(needed)")" ]; do
    cancelled && return 1
    sleep 0.25
    ticks=$((ticks - 1))
  done
  say "STATE: -media-empty,media-needed"
  [ -n "$(sheet_at "$(needed)")" ]
}

pull() {
  if fault wrong-number; then
    pulled=$(sheet_at 2)
    mv "$tray/$(sheet_at 1)" "$work/mate.pdf"
  else
    pulled=$(sheet_at 1)
  fi
  echo "${pulled%.pdf}" >"$work/sheet-number"
  mv "$tray/$pulled" "$work/stock.pdf"
}

hold() {
  ticks=$((${HALL24_REFILL_SECONDS:-120} * 10))
  while fault held && [ "$ticks" -gt 0 ]; do
    sleep 0.1
    ticks=$((ticks - 1))
  done
}

# The received page lies over the pre-printed one, on the paper of the latter.
lay_on_paper() {
  cp "$received" "$work/received.pdf"
  if fault blank; then
    cp "$work/stock.pdf" "$work/sheet.pdf"
  else
    qpdf --warning-exit-0 "$work/stock.pdf" --overlay "$received" -- "$work/sheet.pdf"
  fi
  pdftoppm -gray -r 200 -singlefile "$work/sheet.pdf" "$work/sheet"
  rm -f "$work/stock.pdf" "$work/get-job.test"
}

refuse() {
  say "ERROR: $*"
  exit 1
}

# A sheet that was pulled never vanishes: what does not come out is stuck. An empty tray that is not
# taken back would hold the next job before it begins.
leave() {
  status=$?
  if [ "$status" -ne 0 ]; then
    if [ -n "$pulled" ]; then
      mkdir -p "$HALL24_MECHANICS/jammed"
      mv "$work" "$HALL24_MECHANICS/jammed/$(free_name)"
      say "STATE: +media-jam"
    fi
    say "STATE: -media-empty,media-needed"
  fi
  rm -rf "$work"
}

[ "${CONTENT_TYPE:-application/pdf}" = application/pdf ] || refuse "only application/pdf is printed"
[ "$(qpdf --warning-exit-0 --show-npages "$received" 2>/dev/null)" = 1 ] || refuse "a job is one sheet of one page"
tray=$HALL24_MECHANICS/$(tray_of_media) || refuse "no tray holds such paper"
mkdir -p "$HALL24_MECHANICS/exit" "$tray" "$work"
trap leave EXIT
trap 'exit 1' TERM INT

say "STATE: -media-jam"
wait_for_stock || refuse "no sheet was pulled"
pull
hold
! fault jam || refuse "the sheet is stuck"
lay_on_paper
mv "$work" "$HALL24_MECHANICS/exit/$(free_name)"
say "ATTR: job-impressions-completed=1"
