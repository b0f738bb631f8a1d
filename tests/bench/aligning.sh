#!/bin/sh
# aligning.sh COLLECTION: what aligning takes, as `make bench-aligning` calls it: texts that are long, odd
# or short (alignbench.py, which says how they are made and needs python3), without a dictionary and with
# one; and chapters of a book beside hunalign where it is installed. DIPTYCH is the program.
#
#   SAMPLES     a folder that may have cedict/*.gz, a CC-CEDICT file, and mac-dev/NNN.zh and NNN.en,
#               chapters with a sentence a line
#   CHAPTERS, DICTIONARY  the same, one by one
#   BEFORE      another program, which takes turns with ours
#
# What is not there is skipped, with a word. Each chapter is a process of its own that opens the
# dictionary anew; the first one's compiling is not counted. The peer gets the same dictionary in its own
# form, "english @ chinese" a line. Seconds are the best of BENCH_ROUNDS (3), all chapters together; at
# most 0.4 times the peer's is what we hold ourselves to.
set -u
export LC_ALL=C.UTF-8
: "${DIPTYCH:?the program}"
collection=${1:?the collection}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config
export XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME
mkdir "$work/texts"
if [ -n "${SAMPLES-}" ]; then
    : "${CHAPTERS:=$SAMPLES/mac-dev}"
    [ -n "${DICTIONARY-}" ] || for DICTIONARY in "$SAMPLES"/cedict/*.gz; do :; done
fi

time_texts() {
    if command -v python3 >/dev/null; then
        python3 "$here/alignbench.py" "$DIPTYCH" "$collection" "$work/texts" || exit 1
    else
        printf 'long and odd texts\tskipped: python3 is missing\t\t\n'
    fi
}

printf 'what\tvalue\tratio\tbound\nwithout a dictionary\t\t\t\n'
time_texts
if [ -f "${DICTIONARY-}" ]; then
    "$DIPTYCH" dictionary add "$DICTIONARY" >/dev/null || exit 1
    printf 'with a dictionary\t\t\t\n'
    time_texts
else
    printf 'with a dictionary\tskipped: neither SAMPLES nor DICTIONARY has one\t\t\n'
fi
if ! [ -d "${CHAPTERS-}" ] || ! [ -f "${DICTIONARY-}" ]; then
    printf 'chapters beside hunalign\tskipped: SAMPLES has no mac-dev and cedict\t\t\n'
    exit 0
fi

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
if command -v hunalign >/dev/null; then
    case $DICTIONARY in *.gz) gzip -dc "$DICTIONARY" ;; *) cat "$DICTIONARY" ;; esac |
        sed -n 's|^[^ #][^ ]* \([^ ]*\) \[[^]]*\] /\([^/]*\)/.*|\2 @ \1|p' >"$work/peer.dic"
    peer=$(best theirs)
    echo "$seconds $peer" | awk '{ printf "chapters, hunalign\t%s s\t\t\nchapters\t%s s\t%.2f\t0.4 times%s\n", $2, $1, $1 / $2, $1 / $2 > 0.4 ? "\tOVER" : "" }'
else
    printf 'chapters\t%s s\t(hunalign is missing)\t0.4 times\n' "$seconds"
fi
