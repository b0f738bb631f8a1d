#!/bin/sh
# circles.sh: do two files of src/ call one another, on whatever detour?
#
# Asked of nm, over every object in the archives: who defines a name and who needs it. A header
# that stands between two files hides such a circle from the includes. What is needed on both sides
# goes to a file below both, or is handed down as data or a function.
set -u
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
done | awk '
    # FOLDER lib[member.o]: NAME TYPE ...
    {
        member = $2
        sub(/^[^[]*\[/, "", member); sub(/\.o\]:$/, "", member); sub(/^lib[a-z]*_a-/, "", member)
        unit = $1 "/" member
        if ($4 == "U") needs[unit, $3] = 1
        else if ($4 ~ /^[TDBRCVW]$/ && $3 !~ /^_|asan|ubsan|gcov/) home[$3] = unit
    }
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
        for (one in arrow) {
            split(one, ends, SUBSEP)
            if (part[ends[1]] == part[ends[2]])
                print "src/" ends[1] ".c: is in a circle: it needs " arrow[one] " of " ends[2] ".c, and that needs it"
        }
    }' | sort >"$faults"

[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "circles.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
