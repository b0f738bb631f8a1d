#!/bin/sh
# searching.sh [FOLDER QUERIES]: what searching a library costs (searchbench.c), and a key while one types a query
# (typingbench.c), how large the index gets, and what a batch query costs beside rg -c, which reads all articles: both
# take turns, and their times of the processor are compared. Without a folder 10,000 articles are made (articles.py).
#
# SEARCHBENCH, TYPINGBENCH, DIPTYCH, PYTHON are the programs.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
folder=${1-} queries=${2-} here=$(dirname "$0")
if [ -z "$folder" ]; then
    folder=$work/library queries=$work/queries
    "${PYTHON:-python3}" "$here/articles.py" 10000 "$folder" "$queries"
    # What has just been written would be looked at again.
    find "$folder" -exec touch -t 201506221200 {} +
fi
HOME=$work XDG_CACHE_HOME=$work/cache
export HOME XDG_CACHE_HOME
unset XDG_CONFIG_HOME XDG_DATA_HOME
mkdir -p "$work/cache/diptych"
"$SEARCHBENCH" "$folder" "$work/cache/diptych" "$queries"
mkdir "$work/data"
echo 'typed in the room, until the first rows:'
"$TYPINGBENCH" "$folder" "$work/data" "$work/cache/diptych" "$queries" 200
find "$folder" -type f -exec cat {} + | wc -c | awk '{ printf "texts %.1f MB, ", $1 / 1e6 }'
cat "$work"/cache/diptych/search-*.db | wc -c | awk '{ printf "index %.1f MB\n", $1 / 1e6 }'
command -v rg >/dev/null || exit 0

# Seconds of the processor that ten runs of a command take.
seconds() {
    {
        i=0
        while [ $i -lt 10 ]; do
            "$@" >/dev/null
            i=$((i + 1))
        done
        times
    } | sed -n 2p
}
for round in 1 2 3; do
    printf '%s\n' "$( (seconds "$DIPTYCH" search --limit 20 company "$folder/") )" >>"$work/batch"
    printf '%s\n' "$( (seconds rg -c company "$folder/") )" >>"$work/rg"
done
sum() { tr 'ms' '  ' <"$1" | awk '{ sum += 60 * ($1 + $3) + $2 + $4 } END { print sum }'; }
echo "$(sum "$work/batch") $(sum "$work/rg")" |
    awk '{ printf "30 batch queries %.2f s of the processor, rg -c %.2f s: %.2f times\n", $1, $2, $1 / $2 }'
