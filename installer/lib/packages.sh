# shellcheck shell=bash
# Debian packages: which are missing, and installing them without starting a daemon. To be sourced after common.sh.

require_debian() {
  [ "$(uname -s) $(uname -m)" = "Linux x86_64" ] || give_up "$EXIT_UNAVAILABLE" \
    "this is $(uname -s) on $(uname -m), but Hall24 installs itself on Debian x86_64 only; use such a machine or container."
  has dpkg-query && has apt-get || give_up "$EXIT_UNAVAILABLE" \
    "this system has no apt-get, and Hall24 installs itself on Debian only; use a Debian machine or container."
}

# package_list NAME...: the packages of installer/packages/NAME.txt, one a line
package_list() {
  local name
  for name; do
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$HALL24_HOME/installer/packages/$name.txt"
  done | sort -u
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# missing_packages LIST...: what of these lists is not installed; dpkg is asked once, for every question takes it a while
missing_packages() {
  local wanted
  mapfile -t wanted < <(package_list "$@")
  [ ${#wanted[@]} -gt 0 ] || return 0
  comm -23 <(printf '%s\n' "${wanted[@]}") \
    <({ dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null || true; } |
      sed -n 's/ installed$//p' | sort -u)
}

# The units that the newly installed packages brought: Debian would start them at the next boot. They stay off, for
# Hall24 starts its own copies and wants nothing to run on this machine that did not run before.
disable_new_units() {
  has systemctl || return 0
  local package unit
  for package; do
    dpkg-query -L "$package" 2>/dev/null
  done | sed -nE 's#^.*/systemd/system/([^/]+[.](service|socket|path|timer))$#\1#p' | sort -u |
    while read -r unit; do
      if [ "$(systemctl is-enabled "$unit" 2>/dev/null)" = enabled ]; then
        systemctl --no-reload disable "$unit" >/dev/null 2>&1 &&
          say "    $unit stays off (to have it at boot: systemctl enable $unit)"
      fi
    done
}

# Runs apt-get where the two programs by which every Debian package starts its daemons do nothing: they are covered in
# a mount namespace that ends with apt-get, so no file of the machine is changed and a running daemon is left alone.
apt_get_without_daemons() {
  # shellcheck disable=SC2016 # expands in the inner shell
  unshare --mount sh -euc '
    for starter in /usr/sbin/invoke-rc.d /usr/bin/deb-systemd-invoke; do
      [ ! -e "$starter" ] || mount --bind /bin/true "$starter"
    done
    exec apt-get "$@"' apt-get "$@"
}

apt_install() {
  local options=(-y -q -o Dpkg::Use-Pty=0 --no-install-recommends)
  export DEBIAN_FRONTEND=noninteractive
  if unshare --mount true 2>/dev/null; then
    apt_get_without_daemons install "${options[@]}" "$@"
  elif [ ! -d /run/systemd/system ]; then
    apt-get install "${options[@]}" "$@"
  else
    give_up "$EXIT_UNAVAILABLE" "the packages would start daemons on this machine, which may not be kept from it here" \
      "(unshare is forbidden); install them yourself: apt-get install --no-install-recommends $*"
  fi
}

# apt_logged LOG PACKAGE...
apt_logged() {
  local log=$1
  shift
  apt_install "$@" >>"$log" 2>&1
}

# install_packages PACKAGE...: quiet unless it fails; the package lists are fetched only when needed
install_packages() {
  [ $# -gt 0 ] || return 0
  is_root || give_up "$EXIT_UNAVAILABLE" "Debian packages are missing, and only root can install them; run:" \
    "sudo $HALL24_HOME/installer/lib/install-packages $*"
  local log before after
  log=$(mktemp)
  before=$(dpkg-query -W -f='${binary:Package}\n' | sort)
  step "installing $# Debian packages and what they depend on"
  if ! patiently apt_logged "$log" "$@"; then
    say "    fetching the package lists"
    apt-get update -q >>"$log" 2>&1 || true
    patiently apt_logged "$log" "$@" || {
      tail -n 15 "$log" >&2
      give_up "$EXIT_UNAVAILABLE" "apt-get could not install: $*; see $log"
    }
  fi
  rm -f "$log"
  after=$(dpkg-query -W -f='${binary:Package}\n' | sort)
  mapfile -t new < <(comm -13 <(printf '%s\n' "$before") <(printf '%s\n' "$after"))
  say "    ${#new[@]} packages are new"
  disable_new_units "${new[@]}"
}
