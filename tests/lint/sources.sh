#!/bin/sh
# sources.sh: what every file of the source keeps to.
#
#   - no file of code is longer than 800 lines, no function longer than 80
#   - C is indented with spaces; no line of anything ends in a blank
#   - no line of C is longer than 100 columns (bytes of UTF-8 continuation not counted)
#   - no file names a place of somebody's machine
#   - headers have the include guard their path says
set -u
export LC_ALL=C
cd "${srcdir:-.}" || exit 99
faults=$(mktemp) || exit 99
trap 'rm -f "$faults" "$faults.files"' EXIT

find src tests man data -type f \( -name '*.[ch]' -o -name '*.sh' -o -name '*.mk' -o -name '*.[15]' \
    -o -name '*.md' -o -name '*.yaml' -o -name '*.tsv' \) | sort >"$faults.files"
for file in bootstrap .ci/run configure.ac Makefile.am README COPYING NEWS tests/bench/ttybench; do
    [ -f "$file" ] && echo "$file" >>"$faults.files"
done

while IFS= read -r file; do
    case $file in
    # Seeds and golden files are as they must be.
    tests/fuzz/seeds/* | tests/golden/* | tests/home/*) continue ;;
    tests/bench/ttybench) kind=foreign ;;
    *.c | *.h) kind=c ;;
    data/*) kind=data ;;
    *) kind=other ;;
    esac
    awk -v file="$file" -v kind="$kind" '
        function fault(line, text) { print file ":" line ": " text }
        BEGIN {
            guard = toupper(file); sub(/^SRC\//, "", guard); gsub(/[^A-Z0-9]/, "_", guard)
            guard = "DIPTYCH_" guard
            # Split, so that this file does not name what it looks for.
            place = "(^|[^A-Za-z0-9_.~-])/" "(work|home|root|Users)/[A-Za-z]"
        }
        $0 ~ place { fault(NR, "names a place of one machine: " $0) }
        kind == "foreign" { next }
        /[ \t\r]$/ && kind != "data" { fault(NR, "blank at the end of the line") }
        kind != "c" { next }
        /\t/ { fault(NR, "tab") }
        {
            columns = $0
            gsub(/[\200-\277]/, "", columns)
            if (length(columns) > 100) fault(NR, "longer than 100 columns")
        }
        /^\{/ { opened = NR }
        /^\}/ {
            if (opened && NR - opened + 1 > 80) fault(opened, "a function of " (NR - opened + 1) " lines")
            opened = 0
        }
        file ~ /^src\/.*\.h$/ && $1 == "#ifndef" && !guarded {
            guarded = 1
            if ($2 != guard) fault(NR, "the include guard should be " guard)
        }
        END {
            if (NR > 800) fault(NR, "a file of " NR " lines")
            if (file ~ /^src\/.*\.h$/ && !guarded) fault(1, "no include guard")
        }' "$file"
done <"$faults.files" >"$faults"

[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "sources.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
