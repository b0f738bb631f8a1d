#!/bin/sh
# run.sh COLLECTION: the room beside less, vim and find, as `make bench` calls it. DIPTYCH is the
# program. Needs python3; peers that are not installed are "missing". Nothing of this is a test.
#
#   BENCH_ROWS     only rows whose name contains one of these words ("scroll page")
#   BENCH_VERBOSE  1: the samples' own tables as well
#   TMPDIR         where about 150 MB of texts are made, and removed at the end
set -u
here=$(cd "$(dirname "$0")" && pwd)
command -v python3 >/dev/null || {
    echo 'bench: python3 is needed for this, and is not here' >&2
    exit 1
}
[ -x "${DIPTYCH-}" ] || {
    echo "bench: no program at ${DIPTYCH-DIPTYCH}" >&2
    exit 1
}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# Nobody's settings: each program as it comes.
HOME=$work/home
XDG_CONFIG_HOME=$HOME/config XDG_DATA_HOME=$HOME/data XDG_CACHE_HOME=$HOME/cache
LC_ALL=C.UTF-8 TERM=xterm-256color
export HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME LC_ALL TERM
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
unset LESS LESSOPEN VIMINIT NO_COLOR LINES COLUMNS

python3 "$here/table.py" "$here/ttybench" "$DIPTYCH" "$1" "$work"
