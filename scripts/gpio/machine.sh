# Bash functions of the scripts that run something in a Linux with simulated GPIO lines. Needs common.sh and packages.sh;
# $here, the folder of this file; $modules, whose tests are to be there; $job, a folder that the guest may write, for itself
# alone; and $deadline, how many seconds it may take.
# shellcheck shell=bash

require_debian() {
  local system=
  system=$(. /etc/os-release 2>/dev/null && echo "$ID") || true
  [[ $system == debian && $(dpkg --print-architecture 2>/dev/null) == amd64 ]] ||
    die "Simulated lines take a Linux that is built from Debian's packages, on Debian for amd64; this is" \
      "${system:-something else} on $(uname -m)."
}

# Fills missing with the names of Debian's packages for what is not there.
look_round() {
  missing=()
  find_jdk || missing+=("openjdk-$jdk_version-jdk-headless")
  local needed
  for needed in mvn=maven qemu-system-x86_64=qemu-system-x86 ip=iproute2 setpriv=util-linux; do
    command -v "${needed%=*}" >/dev/null || missing+=("${needed#*=}")
  done
  bash "$here/kernel" --is-there || look_for_compiler
}

look_for_compiler() {
  local needed
  for needed in gcc make flex bison bc xz=xz-utils; do
    command -v "${needed%=*}" >/dev/null || missing+=("${needed#*=}")
  done
  [[ -e /usr/include/libelf.h ]] || missing+=(libelf-dev)
  [[ -e /usr/include/stdio.h ]] || missing+=(libc6-dev)
}

# Compiles the tests and writes down what they stand on.
compile() {
  say "Building the tests…"
  lock
  maven -q -T 1C -pl "$(IFS=, && echo "${modules[*]}")" -am test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >"$root/target/build.log" 2>&1 || {
    cat "$root/target/build.log" >&2
    die "The build failed. The text above says why."
  }
  unlock
}

# Where the tests of these modules are, and what they stand on.
classpath() {
  local module entries=()
  for module in "${modules[@]}"; do
    entries+=("$root/$module/target/test-classes" "$root/$module/target/classes" "$(<"$root/$module/target/classpath")")
  done
  (IFS=: && echo "${entries[*]}")
}

# An empty folder for the job. The guest runs what is in its file run, and leaves the exit status in its file result.
clear_job() {
  rm -rf "$job"
  mkdir -p "$job"
}

share() {
  echo "local,path=${1//,/,,},mount_tag=$2,security_model=none,multidevs=remap${3:+,$3}"
}

# Both processors take turns on one of this machine's (thread=single): otherwise QEMU may see half of the code that one of
# them just wrote for the other, as Java's compilers do, and end Java by an illegal instruction.
#
# Runs the job, with the image $kernel; whatever it says comes out here. Fails, with a word, if it did not end by itself.
# Without ACPI a processor is found only if it has a socket of its own. Without tsc=reliable Linux finds the processors' clocks
# apart ("TSCs unsynchronized"), and has nothing left but one that goes on every 4 ms.
boot() {
  local status=0 mount_options=trans=virtio,version=9p2000.L,cache=loose,msize=512000
  timeout --foreground "$deadline" qemu-system-x86_64 -accel tcg,thread=single -m 1536M -smp 2,sockets=2 \
    -display none -nodefaults -no-reboot -serial stdio -monitor none \
    -kernel "$kernel" -virtfs "$(share / machine readonly=on)" -virtfs "$(share "$job" job)" \
    -append "console=ttyS0 loglevel=2 panic=-1 tsc=reliable root=machine rootfstype=9p rootflags=$mount_options \
      init=\"$here/guest\"" </dev/null || status=$?
  ((status != 124)) || say "The guest was ended after $deadline s: it hangs, or the machine is too busy."
  [[ -f $job/result ]] || { say "The guest ended before its job did." && return 1; }
}
