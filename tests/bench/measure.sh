#!/bin/sh
# measure.sh: what the hinge finds, as `make measure` calls it: measure.sh TREE. MEASURE is the
# program (tests/align/measure.c, which says what the rows are), DIPTYCH the one that takes in a
# dictionary.
#
#   SAMPLES  a folder that may have cedict/*.gz, a CC-CEDICT file; reports/, pairs of reports;
#         mac-dev/, chapters with their alignment. TOGETHER names events of reports/ that are one.
#
# First without any dictionary, then with it. What is not there is skipped, with a word.
set -u
export LC_ALL=C.UTF-8
: "${MEASURE:?the program that measures}" "${DIPTYCH:?the program}"
tree=${1:?the tree}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_CONFIG_HOME=$work/config
export XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME

measure() {
    set --
    for folder in reports kept english kept-english chinese kept-chinese kept-chinese2 \
        kept-mixed rivals kept-rivals; do
        set -- "$@" "reports=$tree/tests/align/$folder"
    done
    set -- "$@" "documents=$tree/tests/align/translations"
    [ -z "${SAMPLES-}" ] || set -- "$@" "reports=$SAMPLES/reports" "chapters=$SAMPLES/mac-dev"
    "$MEASURE" -t "${TOGETHER-}" -k "$tree/tests/align/kinds.txt" "$work/data/diptych" "$work/cache/diptych" \
        "$tree/data/collection" "$@" || exit 1
}

[ -n "${SAMPLES-}" ] || echo 'measure: SAMPLES names no folder: only what is bundled is measured'
printf 'what\tvalue\tremark\nwithout a dictionary\t\t\n'
measure
set -- "${SAMPLES-}"/cedict/*.gz
if [ -f "$1" ]; then
    "$DIPTYCH" dictionary add "$1" >/dev/null || exit 1
    printf 'with a dictionary\t\t\n'
    measure
else
    printf 'with a dictionary\t\tskipped: SAMPLES has no cedict/*.gz\n'
fi
