#!/bin/sh
# tags.sh: is every struct, union and enum tag of src/ defined once?
#
# Whoever includes two headers that define one tag differently passes the one for the other without
# a warning, and a reader who looks for a tag finds the wrong one. So a tag that is in a header or
# that another file might want carries its module's name. Those that are still defined twice stand
# in tags.txt, a line each; that list only shrinks.
set -u
source=${srcdir:-.}
faults=$(mktemp) || exit 99
trap 'rm -f "$faults"' EXIT

find "$source/src" -name '*.[ch]' | LC_ALL=C sort | while IFS= read -r file; do
    sed -n -E "s,^[[:space:]]*(typedef )?(struct|union|enum) ([A-Za-z_0-9]+) \{.*,\3 ${file#"$source"/},p" "$file"
done | awk -v allowed="$source/tests/lint/tags.txt" '
    BEGIN { while ((getline tag < allowed) > 0) if (tag !~ /^(#|$)/) exempt[tag] = 1 }
    { count[$1]++; where[$1] = where[$1] " " $2 }
    END {
        for (tag in count)
            if (count[tag] > 1 && !(tag in exempt)) print tag ": is defined more than once:" where[tag]
        for (tag in exempt)
            if (count[tag] < 2) print "tests/lint/tags.txt: " tag " is defined once: take it out"
    }' | sort >"$faults"

[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "tags.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
