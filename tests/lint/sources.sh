#!/bin/sh
# sources.sh: what every file of the source keeps to.
#
#   - no file of code is longer than 800 lines, no function longer than 80
#   - C is indented with spaces; no line ends in a blank, but in data
#   - lines of C longer than 100 columns are told, as notes, but for tables between
#     clang-format off and on (continuation bytes of UTF-8 do not count)
#   - no file names a place of somebody's machine
#   - every test program and fuzz target is in tests/local.mk, so that it is run
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
    *.md | *.tsv | *.yaml) kind=data ;;
    man/*.[15]) kind=manual ;;
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
        /clang-format off/ { table = 1 }
        /clang-format on/ { table = 0 }
        {
            columns = $0
            gsub(/[\200-\277]/, "", columns)
            if (length(columns) > 100 && !table) print "note: " file ":" NR ": longer than 100 columns"
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
            if (NR > 800 && file !~ /^man\//) fault(NR, "a file of " NR " lines")
            if (file ~ /^src\/.*\.h$/ && !guarded) fault(1, "no include guard")
        }' "$file"
done <"$faults.files" >"$faults"

for program in tests/*/test_*.c tests/fuzz/fuzz_*.c; do
    case $program in *'*'* | */fuzz_main.c) continue ;; esac
    grep -q "+= ${program%.c}\$" tests/local.mk ||
        echo "$program: not in tests/local.mk, nobody runs it"
done >>"$faults"

if [ "${LINT_NOTES-}" = 1 ]; then
    grep '^note: ' "$faults"
else
    echo "note: $(grep -c '^note: ' "$faults") lines of C are longer than 100 columns; LINT_NOTES=1 lists them"
fi
grep -v '^note: ' "$faults" >"$faults.files"
mv "$faults.files" "$faults"
[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "sources.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
