#!/bin/sh
# documents.sh: are documents aligned unit by unit: headings, lists, tables, code with code, what was
# left untranslated with itself, sections that were moved, a part, sentences of a summary?
#
# Each document of tests/align/documents has its links in NAME.gold, by the numbers of the sentences:
# A, tab, B; what is alone has nothing on the other side. They are those without a dictionary, which
# is the harder case, and none may differ.
set -u
export LC_ALL=C.UTF-8
diptych=${DIPTYCH:-./diptych}
folder=${srcdir:-.}/tests/align/documents
[ -d "$folder" ] || folder=${srcdir:-.}/documents
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_DATA_HOME="$work/data" XDG_CACHE_HOME="$work/cache"
export XDG_CONFIG_HOME="$work/config"
failed=0

# links A B: auto mode, sorted, a line each
links() {
    "$diptych" align --format tsv "$1" "$2" | tail -n +2 | cut -f1,2 | LC_ALL=C sort
}

for gold in "$folder"/*.gold; do
    name=${gold%.gold}
    a=$(ls "$name".en.*) b=$(ls "$name".zh.*)
    links "$a" "$b" >"$work/found"
    LC_ALL=C sort "$gold" >"$work/wanted"
    if ! diff "$work/wanted" "$work/found" >"$work/diff"; then
        echo "documents.sh: ${name##*/}: < wanted, > found"
        cat "$work/diff"
        failed=1
    fi
    "$diptych" align "$a" "$b" | grep -q '^parallel' || {
        echo "documents.sh: ${name##*/} is not taken for a translation"
        failed=1
    }
    # The other way round the same belongs together.
    links "$b" "$a" | awk -F '\t' -v OFS='\t' '{ print $2, $1 }' | LC_ALL=C sort >"$work/back"
    if ! diff "$work/wanted" "$work/back" >"$work/diff"; then
        echo "documents.sh: ${name##*/} the other way round: < wanted, > found"
        cat "$work/diff"
        failed=1
    fi
done
exit $failed
