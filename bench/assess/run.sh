#!/bin/bash
# Assesses the same made-up statistics with Lodestone and with pandas, in turn; compares every figure; prints medians and ratios.
#
#   bench/assess/run.sh FOLDER [ROUNDS]
#
#   REPORTERS    how many of 40 reporters, each 150,000 observations (default 40: 6 million)
#   SIZES        reporters of the runs that show how time grows; empty for none (default "7 13 27 40")
#   JAVA_HEAP    largest heap (default 6g)
#
# FOLDER receives the files, made once for a size and kept. Needs GNU time and pandas for /usr/bin/python3 (apt install time python3-pandas).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
folder=${1:?usage: bench/assess/run.sh FOLDER [ROUNDS]}
rounds=${2:-3}
mkdir -p "$folder" "$root/bench/target/assess"

[ "${LODESTONE_BUILD:-}" = never ] || "$root/lodestone" --version > /dev/null
. "$root/cli/src/main/dist/libexec/find-java.sh"
find_java jdk
jars=
# In the launcher's order, which its caches of classes fit.
for jar in "$root"/cli/target/lodestone/lib/lodestone-*.jar "$root"/cli/target/lodestone/lib/*.jar; do
    case :$jars: in *:"$jar":*) ;; *) jars=$jars:$jar ;; esac
done
jars=${jars#:}
classes=$root/bench/target/assess
"$JAVA_HOME_FOUND/bin/javac" --release 21 -cp "$jars" -d "$classes" "$here"/src/dev/lodestone/bench/assess/*.java 2>&1 | grep -v '^warning\|^1 warning' || true
java="$JAVA_HOME_FOUND/bin/java -Xmx${JAVA_HEAP:-6g} -XX:+UseParallelGC -Xlog:disable -cp $jars:$classes"

files() { # reporters
    [ -e "$folder/$1/done" ] || { $java dev.lodestone.bench.assess.GenerateTrade "$root/data/registers" "$folder/$1" "$1" && touch "$folder/$1/done"; }
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# Appends "name wall cpu MB" of a whole process.
timed() { # name command...
    local name=$1
    shift
    /usr/bin/time -o "$folder/time.txt" -f '%e %U %S %M' "$@"
    tail -n 1 "$folder/time.txt" | awk -v n="$name" '{ print n, $1, $2 + $3, $4 / 1024 }' >> "$folder/whole.txt"
}

table() { # file first: columns name wall cpu MB
    printf '%-12s %9s %9s %9s %9s %9s\n' contestant 'wall s' 'CPU s' 'x wall' 'x CPU' 'RSS MB'
    local name wall1= cpu1=
    for name in lodestone pandas; do
        w=$(awk -v n=$name '$1 == n { print $2 }' "$1" | median)
        c=$(awk -v n=$name '$1 == n { print $3 }' "$1" | median)
        m=$(awk -v n=$name '$1 == n { print $4 }' "$1" | median)
        [ "$name" = lodestone ] && wall1=$w && cpu1=$c
        awk -v n=$name -v w="$w" -v c="$c" -v w1="$wall1" -v c1="$cpu1" -v m="$m" \
            'BEGIN { printf "%-12s %9.2f %9.2f %9.1f %9.1f %9.0f\n", n, w, c, w / w1, c / c1, m }'
    done
}

reporters=${REPORTERS:-40}
files "$reporters"
data=$folder/$reporters
ally=$(cat "$data/reporters.txt")
rm -f "$folder/whole.txt" "$folder/memory.txt"
for round in $(seq "$rounds"); do
    # In memory: files read first, outside the time; each figure is of the third run in a process of its own.
    $java dev.lodestone.bench.assess.AssessInMemory "$data" 3 > "$folder/java.txt"
    awk 'NR == 1 { print "cold", $3, $4 } NR == 3 { print "lodestone", $3, $4, 0 }' "$folder/java.txt" >> "$folder/memory.txt"
    $java dev.lodestone.bench.assess.AssessInMemory "$data" 3 all | awk 'NR == 3 { print "all", $3, $4, $2 }' >> "$folder/memory.txt"
    /usr/bin/python3 "$here/assess_pandas.py" "$data" in-memory 2 > "$folder/pandas.txt"
    awk 'NR == 2 { print "pandas", $3, $4, 0 }' "$folder/pandas.txt" >> "$folder/memory.txt"
    # Whole processes: start, read the files, assess, write the figures.
    timed lodestone env LODESTONE_BUILD=never LODESTONE_JAVA_OPTS="-Xmx${JAVA_HEAP:-6g}" "$root/lodestone" assess --registers "$data/registers" \
        --material bench --ally "$ally" --as-of 2026-11-21 --trade "$data/trade" > "$folder/lodestone.csv" 2> "$folder/stderr.txt"
    timed pandas /usr/bin/python3 "$here/assess_pandas.py" "$data" file "$folder/pandas.csv"
done
echo "Assessment of $(awk 'NR == 1 { print $1 }' "$folder/java.txt") observations in memory, medians of $rounds rounds (RSS not measured)"
table "$folder/memory.txt"
echo "Lodestone's first run in a process, before anything is compiled: $(awk '$1 == "cold" { print $2 }' "$folder/memory.txt" | median) s wall, $(awk '$1 == "cold" { print $3 }' "$folder/memory.txt" | median) s CPU"
echo "Lodestone with all its measures ($(awk '$1 == "all" { print $4 }' "$folder/memory.txt" | median) figures), third run: $(awk '$1 == "all" { print $2 }' "$folder/memory.txt" | median) s wall, $(awk '$1 == "all" { print $3 }' "$folder/memory.txt" | median) s CPU"
echo
echo "Whole process, from files to a table of figures"
table "$folder/whole.txt"
/usr/bin/python3 "$here/compare.py" "$folder/lodestone.csv" "$folder/pandas.csv"

if [ -n "${SIZES-7 13 27 40}" ]; then
    echo
    echo "How time grows: Lodestone in memory, third run, ns an observation by wall and by CPU"
    for size in ${SIZES-7 13 27 40}; do
        files "$size"
        $java dev.lodestone.bench.assess.AssessInMemory "$folder/$size" 3 \
            | awk 'NR == 3 { printf "%10d %8.2f s %8.0f %8.0f\n", $1, $3, 1e9 * $3 / $1, 1e9 * $4 / $1 }'
    done
fi
