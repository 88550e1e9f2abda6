# Shell functions that ./signalbox, ./test and ./format share. Needs $root, the checkout.
# shellcheck shell=sh

jdk_version=25
# shellcheck disable=SC2034 # for the script that reads this one
dist="${root:?}/app/target/dist"

# What the processor can do, as far as the system tells: the start-up cache has code for just that.
processor() {
  [ -r /proc/cpuinfo ] || return 0
  while IFS= read -r processor_line; do
    case $processor_line in
      flags* | Features*) printf '%s' "${processor_line#*:}" && return ;;
    esac
  done </proc/cpuinfo
}

# What the start-up cache depends on besides the jars. A card or a disk may move to another machine.
cache_is_for() {
  printf '%s\n' "$root $jdk$jdk_release$(processor)"
}

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "$*"
  exit 1
}

# Is $1 a JDK of the version that is asked for? Sets jdk_release to which one exactly. All by its release file: starting
# Java to ask would take longer than the rest of the script.
is_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_release=
  is_jdk_answer=1
  while IFS= read -r is_jdk_line || [ -n "$is_jdk_line" ]; do
    case $is_jdk_line in
      "JAVA_VERSION=\"$jdk_version\"" | "JAVA_VERSION=\"$jdk_version"[.-]*) is_jdk_answer=0 ;;
      JAVA_RUNTIME_VERSION=* | IMPLEMENTOR=*) jdk_release="$jdk_release $is_jdk_line" ;;
    esac
  done <"$1/release"
  return $is_jdk_answer
}

# The JDK that belongs to the java on the PATH, if there is one.
jdk_on_path() {
  java_on_path=$(command -v java) || return 1
  java_on_path=$(readlink -f "$java_on_path" 2>/dev/null) || return 1
  jdk=${java_on_path%/bin/java}
  is_jdk "$jdk"
}

# Sets jdk to the first JDK of the right version among the places where systems keep them.
find_jdk() {
  for jdk in "${JAVA25_HOME:-}" "${JAVA_HOME:-}"; do
    [ -z "$jdk" ] || ! is_jdk "$jdk" || return 0
  done
  ! jdk_on_path || return 0
  for jdk in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/lib/jvm/* /usr/local/* /opt/* /opt/*/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.jenv/versions/* \
    "$HOME"/.asdf/installs/java/* "${MISE_DATA_DIR:-$HOME/.local/share/mise}"/installs/java/* \
    "$HOME"/.jabba/jdk/* "$HOME"/.local/lib/jvm/* "$HOME"/.nix-profile /run/current-system/sw/lib/openjdk \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    ! is_jdk "$jdk" || return 0
  done
  jdk=
  return 1
}

require_jdk() {
  find_jdk || die "Signalbox needs a JDK $jdk_version: install one (Eclipse Temurin $jdk_version, say, or your system's" \
    "openjdk-$jdk_version-jdk), or set JAVA_HOME to where it is."
  JAVA25_HOME=$jdk
  export JAVA25_HOME
}

# Sets mvn to a Maven that is new enough. It may run on an older Java than the one it builds with; where there is none
# besides, it runs on that one.
require_maven() {
  mvn=$(command -v mvn) || mvn=
  for candidate in "${MAVEN_HOME:-/nonexistent}"/bin/mvn "$HOME"/.sdkman/candidates/maven/current/bin/mvn \
    /opt/*maven*/bin/mvn /usr/share/maven/bin/mvn /usr/local/*maven*/bin/mvn /opt/homebrew/bin/mvn; do
    [ -n "$mvn" ] || [ ! -x "$candidate" ] || mvn=$candidate
  done
  [ -n "$mvn" ] || die "Signalbox is built by Maven 3.8 or newer: install it (your system's package is called maven)."
  if ! maven_version=$("$mvn" -version 2>/dev/null); then
    JAVA_HOME=$jdk
    export JAVA_HOME
    maven_version=$("$mvn" -version 2>&1) || die "Maven does not run: $maven_version"
  fi
  maven_version=$(printf '%s\n' "$maven_version" | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  case $maven_version in
    [012].* | 3.[0-7] | 3.[0-7].*)
      die "Signalbox is built by Maven 3.8 or newer, and $mvn is $maven_version: install a newer one." ;;
  esac
}

# Runs Maven on this checkout, as plain text. It may complain of a plugin that does not say whether it can build modules
# at the same time: the one that looks for the JDK, which only reads once it has found one. So that is not shown.
maven() {
  (
    cd "$root" || exit
    MAVEN_OPTS="${MAVEN_OPTS:-} -Djansi.noreset=true" "$mvn" -B -Dstyle.color=never \
      -Dorg.slf4j.simpleLogger.log.org.apache.maven.lifecycle.internal.builder=error "$@"
  ) </dev/null 9>&-
}

# Waits until nobody else builds in this checkout. The lock is held until the calling shell ends or unlock is called.
lock() {
  mkdir -p "$root/target"
  exec 9>"$root/target/lock"
  take_lock nonblocking || {
    say "Waiting for another build of this checkout to end…"
    take_lock
  }
}

# Locks file 9: by flock where the system has it, else by Perl (macOS).
take_lock() {
  if command -v flock >/dev/null; then
    flock ${1:+-n} 9
  else
    perl -MFcntl=:flock -e 'open my $file, ">&=", 9 or die; exit !flock $file, LOCK_EX | (@ARGV ? LOCK_NB : 0)' ${1:+"$1"}
  fi
}

unlock() {
  exec 9>&-
}
