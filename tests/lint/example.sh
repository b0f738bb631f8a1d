#!/bin/sh
# example.sh: the example of diptychrc(5), which is there to be copied, is one that the program takes.
set -u
export LC_ALL=C.UTF-8
source=${srcdir:-.}
diptych=${DIPTYCH:-./diptych}
[ -x "$diptych" ] || {
    echo "example.sh: $diptych: there is no program to ask"
    exit 77
}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
awk '/^\.Sh / { inside = $2 == "EXAMPLES" } /^\.Ed/ { copying = 0 }
     inside && copying { gsub(/\\&/, ""); gsub(/\\-/, "-"); print } inside && /^\.Bd/ { copying = 1 }' \
    "$source/man/diptychrc.5" >"$work/diptychrc"
[ "$(grep -c '^[a-z]' "$work/diptychrc")" -gt 10 ] || {
    echo "diptychrc.5: EXAMPLES: no example was found"
    exit 1
}
HOME=$work "$diptych" --check-config "$work/diptychrc" | sed "s,^$work/,the example: ,"
HOME=$work "$diptych" --check-config "$work/diptychrc" >/dev/null
