#!/bin/sh
# tags.sh: is a struct, union or enum tag defined in two headers, or twice in one folder of src/?
#
# Whoever includes two headers that define one tag differently passes the one for the other without
# a warning, and a reader who looks for a tag finds the wrong one. So a tag that is in a header or
# that another file might want carries its module's name. Those that are still defined twice stand
# in tags.txt, a line each; that list only shrinks: what is no longer needed is told as a note.
set -u
source=${srcdir:-.}
faults=$(mktemp) || exit 99
trap 'rm -f "$faults"' EXIT

find "$source/src" -name '*.[ch]' | LC_ALL=C sort | while IFS= read -r file; do
    sed -n -E "s,^[[:space:]]*(typedef )?(struct|union|enum) ([A-Za-z_0-9]+) \{.*,\3 ${file#"$source"/},p" "$file"
done | awk -v allowed="$source/tests/lint/tags.txt" '
    BEGIN { while ((getline tag < allowed) > 0) if (tag !~ /^(#|$)/) exempt[tag] = 1 }
    {
        folder = $2
        sub(/\/[^\/]*$/, "", folder)
        where[$1] = where[$1] " " $2
        if ($2 ~ /\.h$/ && ++headers[$1] > 1 || ++inside[$1, folder] > 1) twice[$1] = 1
    }
    END {
        for (tag in twice)
            if (!(tag in exempt)) print tag ": is defined more than once:" where[tag]
        for (tag in exempt)
            if (!(tag in twice)) print "note: tests/lint/tags.txt: " tag " is no longer defined twice: take it out"
    }' | sort >"$faults"

grep '^note: ' "$faults"
grep -v '^note: ' "$faults" >"$faults.left"
mv "$faults.left" "$faults"
[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "tags.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
