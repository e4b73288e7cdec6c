# Finds a Java runtime for Lodestone; read by the launchers with `.`, POSIX sh.
#
# find_java        sets JAVA_EXE, JAVA_HOME_FOUND and JAVA_MAJOR, or prints one message and returns 1
# find_java jdk    the same, but only a JDK (with javac) will do
# use_utf8         where the locale knows ASCII alone, has Java read names of files as UTF-8
#
# The version is read from the `release` file that every JDK carries, so that looking costs no start of a JVM.

LODESTONE_JAVA_MINIMUM=21

# cron and containers start programs without a locale, and what ssh passes on may not be installed: Java then finds no file, not even its own,
# whose path holds another letter than A to Z. A locale with a charset of its own stays.
use_utf8() {
    case $(locale charmap 2>/dev/null) in
        ANSI_X3.4-1968 | US-ASCII | 646) ;;
        *) return 0 ;;
    esac
    for utf8 in C.UTF-8 en_US.UTF-8; do
        if [ "$(LC_ALL=$utf8 locale charmap 2>/dev/null)" = UTF-8 ]; then
            # For all, since one that is not installed spoils the others.
            LC_ALL=$utf8
            export LC_ALL
            return 0
        fi
    done
}

# Sets major to the feature release of the Java in folder $1, empty when there is none.
read_java_major() {
    major=
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            case $line in
                JAVA_VERSION=*)
                    major=${line#JAVA_VERSION=}
                    major=${major#\"}
                    break ;;
            esac
        done < "$1/release"
    else
        major=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
    fi
    case $major in
        1.*) major=${major#1.} ;;
    esac
    major=${major%%[!0-9]*}
}

# Remembers the Java in folder $1, met at $2, if it is usable and newer than the best so far.
consider_java() {
    read_java_major "$1"
    [ -n "$major" ] || return 0
    if [ "$major" -lt "$LODESTONE_JAVA_MINIMUM" ]; then
        looked_at="$looked_at
  $2: Java $major, too old"
    elif [ "$wanted" = jdk ] && [ ! -x "$1/bin/javac" ]; then
        looked_at="$looked_at
  $2: Java $major without a compiler (a runtime only, not a JDK)"
    elif [ "$major" -gt "$best_major" ]; then
        best_major=$major
        best_home=$1
    fi
}

# Sets home to the folder of the Java that the executable $1 belongs to, links followed.
java_home_of() {
    target=$1
    hops=0
    while [ -L "$target" ] && [ "$hops" -lt 20 ]; do
        link=$(readlink "$target") || break
        case $link in
            /*) target=$link ;;
            *) target=${target%/*}/$link ;;
        esac
        hops=$((hops + 1))
    done
    home=${target%/*}
    home=${home%/bin}
}

accept_java() {
    JAVA_HOME_FOUND=$best_home
    JAVA_EXE=$best_home/bin/java
    JAVA_MAJOR=$best_major
}

find_java() {
    wanted=${1:-runtime}
    looked_at=
    best_major=0
    best_home=

    # What the user names is taken or refused, never passed over in silence.
    if [ -n "${LODESTONE_JAVA:-}" ]; then
        home=${LODESTONE_JAVA%/}
        if [ ! -d "$home" ]; then
            case $home in
                */java) java_home_of "$home" ;;
            esac
        fi
        consider_java "$home" LODESTONE_JAVA
        if [ -n "$best_home" ]; then
            accept_java
            return 0
        fi
        echo "lodestone: LODESTONE_JAVA=$LODESTONE_JAVA is not a usable Java $LODESTONE_JAVA_MINIMUM or newer.${looked_at}" >&2
        echo "Set it to the folder of a JDK $LODESTONE_JAVA_MINIMUM+ or unset it." >&2
        return 1
    fi
    if [ -n "${JAVA_HOME:-}" ]; then
        consider_java "${JAVA_HOME%/}" "JAVA_HOME=$JAVA_HOME"
        if [ -n "$best_home" ]; then
            accept_java
            return 0
        fi
        [ -n "$major" ] || looked_at="$looked_at
  JAVA_HOME=$JAVA_HOME: no Java there"
    fi

    on_path=$(command -v java 2>/dev/null || :)
    if [ -n "$on_path" ]; then
        case $on_path in
            /*)
                # macOS has a stub at /usr/bin/java that is no Java itself.
                java_home_of "$on_path"
                consider_java "$home" "$on_path" ;;
        esac
    else
        looked_at="$looked_at
  PATH: no java"
    fi
    for home in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* \
        "${HOME:-/nonexistent}"/.gradle/jdks/* \
        "${HOME:-/nonexistent}"/.asdf/installs/java/* \
        "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
    do
        if [ -d "$home" ] && [ ! -L "$home" ]; then
            consider_java "$home" "$home"
        fi
    done
    if [ -n "$best_home" ]; then
        accept_java
        return 0
    fi

    kind="Java"
    [ "$wanted" = jdk ] && kind="JDK"
    {
        echo "lodestone: needs $kind $LODESTONE_JAVA_MINIMUM or newer and found none. Looked at:${looked_at}"
        echo "  /usr/lib/jvm, SDKMAN, asdf, mise, IntelliJ's and Gradle's folders, macOS's and Homebrew's folders"
        echo "Install one, for example: apt install openjdk-21-jdk (Debian 13, Ubuntu), brew install openjdk (macOS),"
        echo "or Temurin from https://adoptium.net (any system); then run again, or name it: LODESTONE_JAVA=/path/to/jdk"
    } >&2
    return 1
}
