#!/bin/sh
# summary.sh [--faults] FOLDER: adds up what `make check` left in FOLDER and prints one line,
# "N passed, N failed" with ", N skipped" behind it where tests were skipped. A program that
# reports its cases (cmocka and the golden run do) counts with its cases, any other test counts as one.
# With --faults the log of every failed test goes to standard error first.
# Exit status 0 when something passed and nothing failed.

set -u
faults=no
[ "${1-}" = --faults ] && faults=yes && shift
folder=${1:?summary.sh: which folder}

if [ "$faults" = yes ]; then
    find "$folder" -name '*.trs' | sort | while IFS= read -r result; do
        grep -E '^:test-result: (FAIL|ERROR|XPASS)' "$result" >/dev/null || continue
        log=${result%.trs}.log
        printf '\n--- %s\n' "$log"
        tail -n 40 "$log"
    done >&2
fi

find "$folder" -name '*.trs' | sort | while IFS= read -r result; do
    printf 'test\n'
    sed -n 's/^:test-result: *\([A-Z]*\).*/result \1/p' "$result"
    log=${result%.trs}.log
    [ -f "$log" ] && sed -n \
        -e 's/.*\[  PASSED  \] *\([0-9][0-9]*\) test(s).*/passed \1/p' \
        -e 's/.*\[  FAILED  \] *\([0-9][0-9]*\) test(s).*/failed \1/p' \
        -e 's/^golden: *\([0-9][0-9]*\) cases, *\([0-9][0-9]*\) failed.*/golden \1 \2/p' \
        -e 's/.*\[  SKIPPED \] *\([0-9][0-9]*\) test(s).*/skipped \1/p' "$log"
done | awk '
    function close_test() {
        if (result == "")
            return
        bad = result == "FAIL" || result == "ERROR" || result == "XPASS"
        if (cases["failed"] == 0 && bad)
            cases["failed"] = 1
        if (cases["passed"] + cases["failed"] + cases["skipped"] == 0)
            cases[result == "SKIP" ? "skipped" : "passed"] = 1
        for (kind in cases)
            sum[kind] += cases[kind]
    }
    function open_test() {
        result = ""
        cases["passed"] = cases["failed"] = cases["skipped"] = 0
    }
    $1 == "test" { close_test(); open_test(); next }
    $1 == "result" { result = $2; next }
    $1 == "golden" { cases["passed"] += $2 - $3; cases["failed"] += $3; next }
    { cases[$1] += $2 }
    END {
        close_test()
        line = (sum["passed"] + 0) " passed, " (sum["failed"] + 0) " failed"
        if (sum["skipped"] > 0)
            line = line ", " sum["skipped"] " skipped"
        print line
        exit sum["failed"] > 0 || sum["passed"] == 0
    }'
