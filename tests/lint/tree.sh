#!/bin/sh
# tree.sh: is there a file in the tree that no list of the build names?
#
# What a run left behind must not be kept, and what is kept must be in the tarball. Asked of git;
# in a tarball, of all files that are older than the build. Names that begin with a dot are git's,
# the editors' and CI's own.
set -u
source=$(cd "${srcdir:-.}" && pwd) || exit 99
build=$(cd "${BUILDDIR:-.}" && pwd) || exit 99
[ -f "$build/Makefile" ] || {
    echo 'tree.sh: nothing is configured, there are no lists to ask'
    exit 77
}
work=$(mktemp) || exit 99
trap 'rm -f "$work"' EXIT

cd "$build" && MAKEFLAGS='' MAKELEVEL=0 "${MAKE:-make}" -s distlist >"$work" || exit 99
cd "$source" || exit 99
# A build folder within the tree, or the tree itself, is full of files that were made.
files() {
    if [ -e .git ] && command -v git >/dev/null && git ls-files --error-unmatch configure.ac >/dev/null 2>&1; then
        git ls-files
    else
        find . -path "./${build#"$source"/}" -prune -o -type f ! -newer "$build/config.status" -print | sed 's,^\./,,'
    fi
}
# Lists name files of the source by their way from the build folder.
files | awk -v lists="$work" -v source="$source/" '
    BEGIN {
        while ((getline name < lists) > 0) {
            if (index(name, source) == 1) name = substr(name, length(source) + 1)
            while (sub(/^\.\.\//, "", name)) { }
            sub(/^\.\//, "", name)
            named[name] = 1
        }
    }
    /(^|\/)\./ || /^(config\.(log|status|h)|autom4te\.cache\/.*)$|~$/ { next }
    {
        for (path = $0; !(path in named); sub(/\/[^\/]*$/, "", path))
            if (path !~ /\//) { print $0 ": no list of the build names it; is it left over?"; next }
    }' >"$work.faults"
mv "$work.faults" "$work"

[ -s "$work" ] || exit 0
cat "$work" >&2
echo "tree.sh: $(wc -l <"$work" | tr -d ' ') faults" >&2
exit 1
