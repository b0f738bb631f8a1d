#!/bin/sh
# seams.sh: does one more of a kind still touch few files?
#
# What the program has several of (lists, kinds of prompt, parts of the session, views, commands,
# export formats) is each a const record in a file of its own. The more files name such a record, the
# more have to be changed for the next one. So each is named by no more than the number below of
# other files of src/. README, "To add one of these", says which they are.
set -u
cd "${srcdir:-.}/src" || exit 99
faults=$(mktemp) || exit 99
trap 'rm -f "$faults"' EXIT

# hold TYPE MOST: definitions of records (or arrays) of that struct.
hold() {
    kind=$1
    most=$2
    found=0
    for row in $(grep -E "^const struct $kind [a-z_0-9]+(\[\])? = \{" ./*/*.c |
        sed -E "s,^\./([^:]*):const struct $kind ([a-z_0-9]+).*,\1:\2,"); do
        name=${row#*:}
        found=$((found + 1))
        others=$(grep -lE "(^|[^/\"A-Za-z_])$name([^A-Za-z_.:]|\$)" ./export/*.[ch] ./ui/*.[ch] ./session/*.[ch] \
            ./command/*.[ch] ./cli/*.[ch] | grep -cv "^\./${row%:*}\$")
        [ "$others" -le "$most" ] ||
            echo "src/${row%:*}: $name, a struct $kind, is named by $others other files; $most are enough"
    done
    [ "$found" -gt 0 ] || echo "no struct $kind is defined any more: adapt seams.sh"
}
{
    hold list_source 4
    hold prompt_ops 2
    hold session_part 2
    hold view_ops 2
    hold command 2
    hold printer 2
} >"$faults"

[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "seams.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
