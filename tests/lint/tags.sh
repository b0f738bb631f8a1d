#!/bin/sh
# tags.sh: is a struct, union or enum tag defined in two headers, or twice in one folder of src/?
#
# Whoever includes two headers that define one tag differently passes the one for the other without
# a warning, and a reader who looks for a tag finds the wrong one. So a tag that is in a header or
# that another file might want carries its module's name.
set -u
source=${srcdir:-.}
faults=$(mktemp) || exit 99
trap 'rm -f "$faults"' EXIT

find "$source/src" -name '*.[ch]' | LC_ALL=C sort | while IFS= read -r file; do
    sed -n -E "s,^[[:space:]]*(typedef )?(struct|union|enum) ([A-Za-z_0-9]+) \{.*,\3 ${file#"$source"/},p" "$file"
done | awk '
    {
        folder = $2
        sub(/\/[^\/]*$/, "", folder)
        where[$1] = where[$1] " " $2
        if ($2 ~ /\.h$/ && ++headers[$1] > 1 || ++inside[$1, folder] > 1) twice[$1] = 1
    }
    END {
        for (tag in twice) print tag ": is defined more than once:" where[tag]
    }' | sort >"$faults"

[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "tags.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
