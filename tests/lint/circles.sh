#!/bin/sh
# circles.sh: do two files of src/ call one another, on whatever detour?
#
# Asked of nm, over every object in the archives: who defines a name and who needs it. A header
# that stands between two files hides such a circle from the includes. The files that are in one
# today stand in circles.txt, a line each as FOLDER/FILE, or FOLDER/* while a folder is rebuilt; that
# list only shrinks: a name whose files are in no circle any more is told as a note.
set -u
source=${srcdir:-.}
build=${BUILDDIR:-.}
nm=${NM:-nm}
archives=$(find "$build/src" -maxdepth 1 -name 'lib*.a' 2>/dev/null | sort)
[ -n "$archives" ] && command -v "$nm" >/dev/null || {
    echo 'circles.sh: no libraries are built, or nm is missing'
    exit 77
}

faults=$(mktemp) || exit 99
trap 'rm -f "$faults"' EXIT
for archive in $archives; do
    folder=${archive##*/lib}
    "$nm" -A -P "$archive" 2>/dev/null | sed "s/^/${folder%.a} /"
done | awk -v allowed="$source/tests/lint/circles.txt" '
    # FOLDER lib[member.o]: NAME TYPE ...
    {
        member = $2
        sub(/^[^[]*\[/, "", member); sub(/\.o\]:$/, "", member); sub(/^lib[a-z]*_a-/, "", member)
        unit = $1 "/" member
        if ($4 == "U") needs[unit, $3] = 1
        else if ($4 ~ /^[TDBRCVW]$/ && $3 !~ /^_|asan|ubsan|gcov/) home[$3] = unit
    }
    function folder(unit) { sub(/\/.*/, "/*", unit); return unit }
    function is_exempt(unit) { return unit in exempt || folder(unit) in exempt }
    # Strongly connected parts, by Tarjan (1972).
    function visit(unit, i, count, list, next_one, last) {
        number[unit] = low[unit] = ++visited
        stack[++depth] = unit; stacked[unit] = 1
        count = split(calls[unit], list, " ")
        for (i = 1; i <= count; i++) {
            next_one = list[i]
            if (!(next_one in number)) {
                visit(next_one)
                if (low[next_one] < low[unit]) low[unit] = low[next_one]
            } else if (stacked[next_one] && number[next_one] < low[unit]) low[unit] = number[next_one]
        }
        if (low[unit] != number[unit]) return
        parts++
        do { last = stack[depth--]; stacked[last] = 0; part[last] = parts } while (last != unit)
    }
    END {
        for (need in needs) {
            split(need, ends, SUBSEP)
            from = ends[1]; to = home[ends[2]]
            if (to == "" || to == from || (from, to) in arrow) continue
            arrow[from, to] = ends[2]
            calls[from] = calls[from] " " to
        }
        for (from in calls) if (!(from in number)) visit(from)
        while ((getline name < allowed) > 0) if (name !~ /^(#|$)/) exempt[name] = 1
        for (one in arrow) {
            split(one, ends, SUBSEP)
            if (part[ends[1]] != part[ends[2]]) continue
            met[ends[1]] = met[folder(ends[1])] = 1
            if (!is_exempt(ends[1]) || !is_exempt(ends[2]))
                print "src/" ends[1] ".c: is in a circle: it needs " arrow[one] " of " ends[2] ".c, and that needs it"
        }
        for (name in exempt)
            if (!(name in met)) print "note: tests/lint/circles.txt: " name " is in no circle any more: take it out"
    }' | sort >"$faults"

grep '^note: ' "$faults"
grep -v '^note: ' "$faults" >"$faults.left"
mv "$faults.left" "$faults"
[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "circles.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
