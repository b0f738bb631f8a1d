#!/bin/sh
# coverage.sh SOURCE FOLDER: builds in FOLDER with coverage counters, runs every test, and prints
# how much of the lines and branches under src/ was taken, file by file, worst first, then in all.
# A branch counts as taken when some test took it; failing tests are told but do not stop it.
set -u
source=$(cd "$1" && pwd)
folder=$2
gcov=${GCOV:-gcov}
command -v "$gcov" >/dev/null || {
    echo "coverage.sh: $gcov is not here" >&2
    exit 1
}
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
sh "$source/tests/subbuild.sh" "$source" "$folder" --enable-coverage CFLAGS='-g -O0' || exit 1
make -C "$folder" -j"$jobs" all >"$folder/coverage.log" 2>&1 || {
    tail -n 25 "$folder/coverage.log" >&2
    exit 1
}
make -C "$folder" -j"$jobs" check >>"$folder/coverage.log" 2>&1 ||
    echo "coverage.sh: some test failed, see $folder/coverage.log" >&2
sh "$source/tests/summary.sh" "$folder/tests"

cd "$folder" || exit 1
find src -name '*.gcda' | while IFS= read -r data; do
    LC_ALL=C "$gcov" -b -n "$data" 2>/dev/null
done | awk '
    # gcov tells of each source file: File, Lines executed, Branches executed, Taken at least once.
    /^File / { file = $0; gsub(/^File .|.$/, "", file); sub(/^.*\/src\//, "src/", file); next }
    file !~ /^src\/.*\.c$/ { next }
    /^Lines executed:/ { split($2, part, ":"); lines[file] = $NF; covered[file] = part[2] * $NF / 100 }
    /^Taken at least once:/ { split($4, part, ":"); branches[file] = $NF; taken[file] = part[2] * $NF / 100 }
    END {
        for (file in lines) {
            all_lines += lines[file]; all_covered += covered[file]
            all_branches += branches[file]; all_taken += taken[file]
            printf "%7.1f %7.1f %8d  %s\n", percent(covered[file], lines[file]), \
                percent(taken[file], branches[file]), branches[file], file | "sort -n -k2,2"
        }
        close("sort -n -k2,2")
        printf "%7.1f %7.1f %8d  in all (lines %%, branches %%, branches)\n", \
            percent(all_covered, all_lines), percent(all_taken, all_branches), all_branches
    }
    function percent(part, whole) { return whole > 0 ? 100 * part / whole : 100 }'
