#!/bin/sh
# aligning.sh: the aligner on chapters of a book, beside hunalign where it is installed, as
# `make bench-aligning` calls it. DIPTYCH is the program.
#
#   CHAPTERS    a folder of NNN.zh and NNN.en, one sentence a line
#   DICTIONARY  a CC-CEDICT file, packed or not
#
# Without these there is nothing to time, and it says so. Each chapter is a process of its own that
# opens the dictionary anew; the first one's compiling is not counted. The peer gets the same
# dictionary in its own form, "english @ chinese" a line. Seconds are the best of BENCH_ROUNDS (3),
# all chapters together; at most 0.4 times the peer's is what we hold ourselves to.
set -u
export LC_ALL=C.UTF-8
: "${DIPTYCH:?the program}"
[ -d "${CHAPTERS-}" ] && [ -f "${DICTIONARY-}" ] || {
    echo 'bench: CHAPTERS and DICTIONARY name nothing; the aligner was not timed'
    exit 0
}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config
export XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME
"$DIPTYCH" dictionary add "$DICTIONARY" >/dev/null || exit 1

ours() {
    for zh in "$CHAPTERS"/*.zh; do
        "$DIPTYCH" align --segmented --format ladder "$zh" "${zh%.zh}.en" >/dev/null || exit 1
    done
}

theirs() {
    for zh in "$CHAPTERS"/*.zh; do
        hunalign -utf "$work/peer.dic" "$zh" "${zh%.zh}.en" >/dev/null 2>&1
    done
}

# Seconds of the best round.
best() {
    least=
    for _ in $(seq "${BENCH_ROUNDS:-3}"); do
        # Long alignments are kept; here they are made every time.
        find "$XDG_CACHE_HOME" -type f ! -name lexicon -exec rm -f {} +
        begin=$(date +%s.%N)
        "$1"
        least=$(echo "${least:-999} $begin $(date +%s.%N)" |
            awk '{ taken = $3 - $2; print $1 < taken ? $1 : taken }')
    done
    echo "$least"
}

ours # compiles what is compiled once
seconds=$(best ours)
printf 'what\tseconds\tratio\tbound\n'
if command -v hunalign >/dev/null; then
    case $DICTIONARY in *.gz) gzip -dc "$DICTIONARY" ;; *) cat "$DICTIONARY" ;; esac |
        sed -n 's|^[^ #][^ ]* \([^ ]*\) \[[^]]*\] /\([^/]*\)/.*|\2 @ \1|p' >"$work/peer.dic"
    peer=$(best theirs)
    echo "$seconds $peer" | awk '{ printf "hunalign\t%s\t\t\nalign\t%s\t%.2f\t0.4%s\n", $2, $1, $1 / $2, $1 / $2 > 0.4 ? "\tOVER" : "" }'
else
    printf 'align\t%s\t(hunalign is missing)\t0.4\n' "$seconds"
fi
