#!/bin/sh
# matching.sh: the matcher beside ripgrep and GNU grep, on the same text and names, at equal counts.
#
#     MATCHBENCH=path/to/matchbench tests/bench/matching.sh [MEGABYTES]
#
# Prints seconds, matches and the ratio to the faster of the two beside the bound it should keep.
# Peers that are not installed are left out. All three read the text from the page cache; the
# peers' times hold what they need to read the names and print the matches to wc, the matcher's
# the building as well. Needs as many megabytes in TMPDIR (100).
set -u
: "${MATCHBENCH:?the program built from matchbench.c}"
megabytes=${1:-100}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
export LC_ALL=C.UTF-8
rounds=${BENCH_ROUNDS:-3}

now() { date +%s.%N; }

# Seconds and matches of the best round.
peer() {
    best=
    for _ in $(seq "$rounds"); do
        begin=$(now)
        matches=$("$@" "$work/text" | wc -l)
        taken=$(echo "$begin $(now)" | awk '{ print $2 - $1 }')
        best=$(echo "${best:-999} $taken" | awk '{ print $1 < $2 ? $1 : $2 }')
    done
    echo "$best $matches"
}

"$MATCHBENCH" --generate "$work/text" "$megabytes" 7 || exit 1
printf 'names\toften\trg\tgrep\tmatcher\tbuild ms\tratio\tbound\tbytes\tmatches rg grep matcher\n'
for row in '100 often 0.5' '100 named 0.5' '10000 often 0.25' '10000 rarely 0.25' \
    '100000 often 0.3' '100000 rarely 0.3'
do
    set -- $row
    # ripgrep takes the first name that matches, not the longest.
    "$MATCHBENCH" --names "$work/text" "$1" "$2" 3 | LC_ALL=C sort -u |
        LC_ALL=C awk '{ print length($0) "\t" $0 }' | sort -s -k1,1nr | cut -f2 >"$work/names"
    rg='- -' grep='- -'
    command -v rg >/dev/null && rg=$(peer rg -F -o -a -f "$work/names")
    command -v grep >/dev/null && grep=$(peer grep -F -o -a -f "$work/names")
    ours=$("$MATCHBENCH" "$work/text" "$work/names" "$rounds")
    echo "$1 $2 $3 $rg $grep $ours" | awk '{
        least = $4 == "-" ? $6 : $6 == "-" || $4 < $6 ? $4 : $6
        total = $12 + $10 / 1000
        ratio = least == "-" ? "-" : sprintf("%.3f", total / least)
        note = ratio != "-" && ratio > $3 ? " OVER" : ""
        if ($5 != "-" && $5 != $14 || $7 != "-" && $7 != $14) note = note " COUNTS DIFFER"
        printf "%d\t%s\t%s\t%s\t%.3f\t%s\t%s\t%s\t%s\t%s %s %s%s\n", $8, $2, $4, $6, $12, $10,
            ratio, $3, $11, $5, $7, $14, note
    }'
done
