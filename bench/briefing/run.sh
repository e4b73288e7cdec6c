#!/bin/bash
# Makes the briefings of twelve allies: Lodestone's whole edition from the shipped data, and plain two-page ones from the magnets table
# alone with pandas, matplotlib and WeasyPrint; each a process of its own, in turn. Then tagged PDFs a second on two threads.
#
#   bench/briefing/run.sh FOLDER [ROUNDS]
#
# Needs GNU time and, for /usr/bin/python3, pandas, matplotlib and WeasyPrint (apt install time python3-pandas python3-matplotlib weasyprint).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
folder=${1:?usage: bench/briefing/run.sh FOLDER [ROUNDS]}
rounds=${2:-3}
mkdir -p "$folder" "$root/bench/target/briefing"
[ "${LODESTONE_BUILD:-}" = never ] || "$root/lodestone" --version > /dev/null

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

timed() { # name command...
    local name=$1
    shift
    /usr/bin/time -o "$folder/time.txt" -f '%e %U %S %M' "$@" > /dev/null 2> "$folder/stderr.txt"
    tail -n 1 "$folder/time.txt" | awk -v n="$name" '{ print n, $1, $2 + $3, $4 / 1024 }' >> "$folder/runs.txt"
}

# Once unmeasured: matplotlib and fontconfig make caches of fonts, and files come into memory.
/usr/bin/python3 "$here/plain_briefings.py" "$root"/data/trade/magnets-850511-*.csv "$folder/plain" 2> /dev/null
rm -f "$folder/runs.txt"
for round in $(seq "$rounds"); do
    rm -rf "$folder/edition" "$folder/plain"
    timed lodestone env LODESTONE_BUILD=never "$root/lodestone" brief --as-of 2026-11-21 --out "$folder/edition"
    timed plain /usr/bin/python3 "$here/plain_briefings.py" "$root"/data/trade/magnets-850511-*.csv "$folder/plain"
done
printf '%-12s %9s %9s %9s %9s %9s\n' contestant 'wall s' 'CPU s' 'x wall' 'x CPU' 'RSS MB'
for name in lodestone plain; do
    w=$(awk -v n=$name '$1 == n { print $2 }' "$folder/runs.txt" | median)
    c=$(awk -v n=$name '$1 == n { print $3 }' "$folder/runs.txt" | median)
    m=$(awk -v n=$name '$1 == n { print $4 }' "$folder/runs.txt" | median)
    [ "$name" = lodestone ] && w1=$w && c1=$c
    awk -v n=$name -v w="$w" -v c="$c" -v w1="$w1" -v c1="$c1" -v m="$m" 'BEGIN { printf "%-12s %9.2f %9.2f %9.2f %9.2f %9.0f\n", n, w, c, w / w1, c / c1, m }'
done
echo "Lodestone: $(find "$folder"/edition/editions -name '*.pdf' | wc -l) PDFs; plain: $(find "$folder/plain" -name '*.pdf' | wc -l)"

. "$root/cli/src/main/dist/libexec/find-java.sh"
find_java jdk
jars=
# In the launcher's order, which its caches of classes fit.
for jar in "$root"/cli/target/lodestone/lib/lodestone-*.jar "$root"/cli/target/lodestone/lib/*.jar; do
    case :$jars: in *:"$jar":*) ;; *) jars=$jars:$jar ;; esac
done
classes=$root/bench/target/briefing
"$JAVA_HOME_FOUND/bin/javac" --release 21 -cp "${jars#:}" -sourcepath "$root/report/src/test/java" -d "$classes" "$here"/src/dev/lodestone/bench/briefing/*.java
"$JAVA_HOME_FOUND/bin/java" -Xmx400m -XX:+UseParallelGC -Xlog:disable -Djava.awt.headless=true -cp "${jars#:}:$classes" dev.lodestone.bench.briefing.PdfRate
