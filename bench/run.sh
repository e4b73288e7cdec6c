#!/bin/bash
# Reads the same made-up files with Lodestone and with what else is installed, in turn, each a process of its own; checks that all
# give the same sums; prints medians.
#
#   bench/run.sh FOLDER [ROUNDS]
#
#   BACI_ROWS       rows of the BACI year              (default 1000000; 11000000 is a real year)
#   COMTRADE_ROWS   rows of the Comtrade download      (default 200000; 2000000 is a large one)
#   WORKBOOK_ROWS   rows of the workbook               (default 20000)
#   SMALL_FILES     small files                        (default 1000)
#   CASES           of: baci comtrade unfiltered workbook small   (default all; unfiltered: every code of the BACI year)
#
# FOLDER receives the files; they are made once for a size and kept. Needs GNU time; takes part what is installed of: pandas with
# openpyxl for /usr/bin/python3 and R with data.table (Debian's python3-pandas, python3-openpyxl, r-cran-data.table), and DuckDB's JDBC
# driver and fastexcel-reader, which Maven fetches.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
folder=${1:?usage: bench/run.sh FOLDER [ROUNDS]}
rounds=${2:-5}
duckdb=org.duckdb:duckdb_jdbc:1.4.2.0
mkdir -p "$folder" "$here/target/classes" "$here/target/lib"

[ "${LODESTONE_BUILD:-}" = never ] || "$root/lodestone" --version > /dev/null
. "$root/cli/src/main/dist/libexec/find-java.sh"
find_java jdk
java=$JAVA_HOME_FOUND/bin/java
jars=
# In the launcher's order, which its caches of classes fit.
for jar in "$root"/cli/target/lodestone/lib/lodestone-*.jar "$root"/cli/target/lodestone/lib/*.jar; do
    case :$jars: in *:"$jar":*) ;; *) jars=$jars:$jar ;; esac
done
jars=${jars#:}
"$JAVA_HOME_FOUND/bin/javac" --release 21 -cp "$jars" -d "$here/target/classes" "$here"/src/dev/lodestone/bench/*.java

if ! ls "$here"/target/lib/duckdb_jdbc-*.jar > /dev/null 2>&1; then
    mvn -B -q dependency:copy -Dartifact=$duckdb -DoutputDirectory="$here/target/lib" > "$here/target/duckdb.log" 2>&1 \
        || echo "DuckDB's driver cannot be fetched; it takes no part." >&2
fi

if [ ! -e "$here/target/fastexcel/FastexcelSums.class" ]; then
    mvn -B -q -f "$here/peers/fastexcel.xml" dependency:copy-dependencies -DoutputDirectory="$here/target/fastexcel" > "$here/target/fastexcel.log" 2>&1 \
        && "$JAVA_HOME_FOUND/bin/javac" --release 21 -cp "$here/target/fastexcel/*" -d "$here/target/fastexcel" "$here/peers/FastexcelSums.java" \
        || echo "fastexcel-reader cannot be fetched; it takes no part." >&2
fi

# The application's own caches of classes, as the launcher uses them: one for large files, one for all else.
cache_of() { # prefix
    for cache in "$root"/cli/target/lodestone/startup/"$1"-*.aot; do
        [ -r "$cache" ] && echo "-XX:AOTCache=$cache" && return
    done
    for cache in "$root"/cli/target/lodestone/startup/"$1"-*.jsa; do
        [ -r "$cache" ] && echo "-XX:SharedArchiveFile=$cache" && return
    done
    echo -Xshare:auto
}
# As the launcher runs it on a large file, and on small ones.
effort=$(sed -n "s/^  *effort='\(.*\)'$/\1/p" "$root/cli/src/main/dist/bin/lodestone" | head -n 1)
small_effort=$(sed -n "s/^effort='\(.*\)'$/\1/p" "$root/cli/src/main/dist/bin/lodestone" | head -n 1)
directives=-XX:CompilerDirectivesFile=$root/cli/src/main/dist/libexec/compiler
common="-Xlog:disable -Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory -Dlog4j2.StatusLogger.level=OFF -XX:+UseSerialGC"
main="-cp $jars:$here/target/classes dev.lodestone.bench.LodestoneSums"
lodestone="env MALLOC_ARENA_MAX=1 $java $(cache_of large) $common $effort $directives-filtered.json $main"
lodestone_all="env MALLOC_ARENA_MAX=1 $java $(cache_of large) $common $effort $directives.json $main"
lodestone_small="$java $(cache_of java) $common $small_effort $main"

make_file() { # kind file count
    [ -e "$2" ] || "$java" -cp "$jars:$here/target/classes" dev.lodestone.bench.Generate "$1" "$2" "$3" 2> /dev/null
}

# One run: name, command. Appends "name wall cpu rss" and keeps the answer.
measure() {
    local name=$1
    shift
    /usr/bin/time -o "$folder/time.txt" -f '%e %U %S %M' "$@" > "$folder/answer-$name.txt" 2> "$folder/stderr-$name.txt" || {
        echo "$name failed:" >&2
        tail -n 3 "$folder/stderr-$name.txt" >&2
        return 0
    }
    tail -n 1 "$folder/time.txt" | awk -v name="$name" '{ print name, $1, $2 + $3, $4 / 1024 }' >> "$folder/runs.txt"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# Prints medians, as multiples of the first contestant's, too, and compares the answers with its.
report() {
    local title=$1 first=$2 name
    echo
    echo "$title"
    printf '%-26s %9s %9s %7s %7s %8s  %s\n' contestant 'wall s' 'CPU s' 'x wall' 'x CPU' 'RSS MB' sums
    for name in $(awk '!seen[$1]++ { print $1 }' "$folder/runs.txt"); do
        wall=$(awk -v n="$name" '$1 == n { print $2 }' "$folder/runs.txt" | median)
        cpu=$(awk -v n="$name" '$1 == n { print $3 }' "$folder/runs.txt" | median)
        rss=$(awk -v n="$name" '$1 == n { print $4 }' "$folder/runs.txt" | median)
        [ "$name" = "$first" ] && wall1=$wall && cpu1=$cpu
        awk -v n="$name" -v w="$wall" -v c="$cpu" -v w1="$wall1" -v c1="$cpu1" -v r="$rss" -v s="$([ "$name" = one-file ] && echo - || same "$first" "$name")" \
            'BEGIN { printf "%-26s %9.2f %9.2f %7.2f %7.2f %8.0f  %s\n", n, w, c, w / w1, c / c1, r, s }'
    done
}

# Sums in binary arithmetic differ in their last digits with the order of adding.
same() {
    echo "$(tail -n 1 "$folder/answer-$1.txt") $(tail -n 1 "$folder/answer-$2.txt")" | awk '
        function off(a, b) { return (a > b ? a - b : b - a) > 1e-9 * (a > 0 ? a : 1) }
        NF == 6 { print ($1 == $4 && !off($2, $5) && !off($3, $6)) ? "same" : "DIFFERENT"; next }
        { print "-" }' | head -n 1
}

has_pandas() { /usr/bin/python3 -c 'import pandas, openpyxl' 2> /dev/null; }
has_datatable() { command -v Rscript > /dev/null && Rscript -e 'library(data.table)' > /dev/null 2>&1; }
has_fastexcel() { [ -e "$here/target/fastexcel/FastexcelSums.class" ]; }
has_duckdb() { ls "$here"/target/lib/duckdb_jdbc-*.jar > /dev/null 2>&1; }

delimited() { # kind rows
    local file=$folder/$1-$2.csv round
    make_file "$1" "$file" "$2"
    rm -f "$folder/runs.txt"
    for round in $(seq "$rounds"); do
        measure lodestone $lodestone "$file"
        if has_duckdb; then
            measure duckdb "$java" --enable-native-access=ALL-UNNAMED -cp "$here/target/classes:$(echo "$here"/target/lib/duckdb_jdbc-*.jar)" \
                dev.lodestone.bench.DuckDbSums "$1" "$file"
        fi
        if has_datatable; then measure data.table Rscript "$here/peers/datatable_sums.R" "$1" "$file"; fi
        if has_pandas; then measure pandas /usr/bin/python3 "$here/peers/pandas_sums.py" "$1" "$file"; fi
        measure lodestone-with-checksum $lodestone "$file" with-checksum
        measure assess env LODESTONE_BUILD=never "$root/lodestone" assess --trade "$file"
        measure inspect env LODESTONE_BUILD=never "$root/lodestone" inspect --commodity 2846,2805,850511,2530 "$file"
    done
    report "$1, $2 rows asked for, $(du -m "$file" | cut -f 1) MB, medians of $rounds" lodestone
}

unfiltered() { # rows
    local file=$folder/baci-$1.csv round
    make_file baci "$file" "$1"
    rm -f "$folder/runs.txt"
    for round in $(seq "$rounds"); do
        measure lodestone $lodestone_all "$file" all
        if has_duckdb; then
            measure duckdb "$java" --enable-native-access=ALL-UNNAMED -cp "$here/target/classes:$(echo "$here"/target/lib/duckdb_jdbc-*.jar)" \
                dev.lodestone.bench.DuckDbSums baci "$file" all
        fi
        if has_datatable; then measure data.table Rscript "$here/peers/datatable_sums.R" baci "$file" all; fi
        if has_pandas; then measure pandas /usr/bin/python3 "$here/peers/pandas_sums.py" baci "$file" all; fi
        measure inspect env LODESTONE_BUILD=never "$root/lodestone" inspect "$file"
    done
    report "baci, every code of $1 rows asked for, medians of $rounds" lodestone
}

workbook() { # rows
    local file=$folder/workbook-$1.xlsx round
    make_file workbook "$file" "$1"
    rm -f "$folder/runs.txt"
    for round in $(seq "$rounds"); do
        measure lodestone $lodestone "$file"
        if has_fastexcel; then measure fastexcel "$java" -Xshare:auto -cp "$here/target/fastexcel:$here/target/fastexcel/*" FastexcelSums "$file"; fi
        if has_pandas; then measure pandas /usr/bin/python3 "$here/peers/pandas_sums.py" workbook "$file"; fi
    done
    report "workbook, $1 rows of 12 columns, medians of $rounds" lodestone
}

small() { # files
    local files=$folder/small-$1 round
    make_file small "$files" "$1"
    mkdir -p "$folder/one"
    cp "$files/trade-000000.csv" "$folder/one/"
    rm -f "$folder/runs.txt"
    for round in $(seq "$rounds"); do
        measure all-files $lodestone_small "$files" with-checksum
        measure one-file $lodestone_small "$folder/one" with-checksum
        if has_pandas; then measure pandas /usr/bin/python3 "$here/peers/pandas_sums.py" small "$files"; fi
    done
    report "$1 small files of 20 rows, medians of $rounds" all-files
    awk -v files="$1" '$1 == "all-files" { all += $3; runs++ } $1 == "one-file" { one += $3 }
        END { printf "CPU of one file more: %.3f ms\n", 1000 * (all - one) / runs / (files - 1) }' "$folder/runs.txt"
}

for case in ${CASES:-baci comtrade unfiltered workbook small}; do
    case $case in
        baci) delimited baci "${BACI_ROWS:-1000000}" ;;
        comtrade) delimited comtrade "${COMTRADE_ROWS:-200000}" ;;
        unfiltered) unfiltered "${BACI_ROWS:-1000000}" ;;
        workbook) workbook "${WORKBOOK_ROWS:-20000}" ;;
        small) small "${SMALL_FILES:-1000}" ;;
        *) echo "no such case: $case" >&2; exit 2 ;;
    esac
done
