# Shared by ./start, ./stop, ./set-back, ./check and ./picturelock: finds a JDK and Maven, builds what is not built.
# Sourced by bash with $root set to the repository; needs nothing but bash and the usual small tools.

readonly JAVA_WANTED=25
readonly MAVEN_WANTED=3.8.7
readonly MAVEN_FETCHED=3.9.11
readonly MAVEN_SHA512=03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076
readonly build_log="$root/local-stack/target/build.log"
readonly build_stamp="$root/local-stack/target/built"

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# 0 if the folder is a JDK (not a mere runtime) that is new enough
is_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local major
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge "$JAVA_WANTED" ]
}

# the folder of the JDK behind the java on the PATH, through whatever links lead to it
jdk_on_path() {
  local java
  java=$(command -v java) || return 1
  while [ -L "$java" ]; do
    local target
    target=$(readlink "$java")
    case $target in /*) java=$target ;; *) java=$(dirname "$java")/$target ;; esac
  done
  dirname "$(dirname "$java")"
}

find_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  say "Picturelock needs a JDK, version $JAVA_WANTED or later, and found none."
  say "Looked at JAVA_HOME (${JAVA_HOME:-not set}), at the java on the PATH, and in the usual folders."
  say "Install one, for instance Eclipse Temurin $JAVA_WANTED from https://adoptium.net, or:"
  say "  Debian, Ubuntu   apt install openjdk-$JAVA_WANTED-jdk"
  say "  Fedora           dnf install java-$JAVA_WANTED-openjdk-devel"
  say "  macOS            brew install openjdk@$JAVA_WANTED"
  die "If it lies elsewhere: export JAVA_HOME=<its folder>"
}

# 0 if version $1 is at least version $2, both a.b.c
at_least() {
  local IFS=.
  # shellcheck disable=SC2206
  local have=($1) want=($2) i
  for i in 0 1 2; do
    [ "${have[i]:-0}" -gt "${want[i]:-0}" ] && return 0
    [ "${have[i]:-0}" -lt "${want[i]:-0}" ] && return 1
  done
  return 0
}

# sets $maven: the one on the PATH, a copy fetched before, or one fetched now
find_maven() {
  local version cache url
  if command -v mvn >/dev/null; then
    version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\.[0-9]*\).*/\1/p')
    if [ -n "$version" ] && at_least "$version" "$MAVEN_WANTED"; then
      maven=mvn
      return
    fi
  fi
  cache=${XDG_CACHE_HOME:-$HOME/.cache}/picturelock
  maven=$cache/apache-maven-$MAVEN_FETCHED/bin/mvn
  [ -x "$maven" ] && return
  url=${PICTURELOCK_MAVEN_URL:-https://archive.apache.org/dist/maven/maven-3/$MAVEN_FETCHED/binaries/apache-maven-$MAVEN_FETCHED-bin.zip}
  say "Fetching Apache Maven $MAVEN_FETCHED (once, into $cache)"
  "$JAVA_HOME/bin/java" "$root/local-stack/bin/FetchMaven.java" "$url" "$MAVEN_SHA512" "$cache" ||
    die "Could not fetch it. Install Maven $MAVEN_WANTED or later, or set PICTURELOCK_MAVEN_URL to a copy of that file."
}

# 0 if something that goes into the programs is newer than the last build
needs_build() {
  [ -e "$build_stamp" ] || return 0
  [ -n "$(cd "$root" && find pom.xml .mvn */pom.xml */src/main -newer "$build_stamp" -print 2>/dev/null | head -n 1)" ]
}

# one line per module while Maven writes its log
show_modules() {
  local line
  while IFS= read -r line; do
    case $line in
      "[INFO] Building Picturelock :: "*) say "  ${line#"[INFO] Building Picturelock :: "} (${SECONDS} s)" ;;
    esac
  done
}

build_if_needed() {
  needs_build || return 0
  find_maven
  mkdir -p "$root/local-stack/target"
  say "Building what has changed (the first time this fetches libraries and takes some minutes)"
  SECONDS=0
  # from here on a change makes the next start build again, also one made while we build
  touch "$build_stamp.begun"
  if ! (
    set -o pipefail
    cd "$root" && "$maven" -B -Dstyle.color=never package -Dmaven.test.skip=true 2>&1 | tee "$build_log" | show_modules
  ); then
    say
    # the errors themselves: without stack frames and Maven's advice at the end
    sed -n '/^\[ERROR\] -> \[Help/q; /^\[ERROR\][[:space:]]*\(at \|\.\.\.\)/d; /^\[ERROR\]/p; /^\[WARNING\] .*\.java:/p' "$build_log" | head -n 20 >&2
    die "The build failed after $SECONDS s; the whole log is $build_log"
  fi
  mv "$build_stamp.begun" "$build_stamp"
  say "Built in $SECONDS s"
}

# the launcher's command line, in the array $launcher; colours if a person watches who has not declined them
launcher() {
  local colour=false
  if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then colour=true; fi
  launcher=("$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1
    -Dslf4j.internal.verbosity=ERROR -Dpicturelock.root="$root" -Dpicturelock.colour="$colour"
    -cp "$root/local-stack/target/classes:$root/local-stack/target/lib/*"
    dev.picturelock.localstack.LocalStack)
}
