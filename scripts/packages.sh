# Bash functions of the scripts that install what they need. Needs common.sh.
# shellcheck shell=bash

# Sets sudo to what has to stand before a command that only root may run.
# shellcheck disable=SC2034 # for as_root
may_install() {
  sudo=()
  ((EUID == 0)) || { sudo=(sudo) && sudo -n true 2>/dev/null; }
}

as_root() {
  ${sudo[@]+"${sudo[@]}"} "$@"
}

# Installs Debian's packages $@, if there are any.
install_packages() {
  (($#)) || return 0
  command -v apt-get >/dev/null || die "To run the tests, install what corresponds to Debian's packages $*."
  may_install || die "To run the tests, type: sudo apt-get install $*"
  say "Installing $*…"
  { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "$@"; } >"$root/target/install.log" 2>&1 </dev/null || {
    tail -n 5 "$root/target/install.log" >&2
    find_jdk || say "Where the system has no JDK $jdk_version, Eclipse Temurin has one for it."
    die "Could not install $*."
  }
}
