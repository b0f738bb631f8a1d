#!/bin/sh
# sources.sh: what every file of the source keeps to.
#
#   - in src/ no file is longer than 600 lines but tables (NAME_table.c), every header is shorter than 150, no
#     function longer than 60; elsewhere 800 and 80
#   - C is indented with spaces; no line ends in a blank, but in data
#   - lines of C longer than 100 columns are told, as notes, but for tables between
#     clang-format off and on (continuation bytes of UTF-8 do not count)
#   - no file names a place of somebody's machine
#   - every test program and fuzz target is in tests/local.mk, so that it is run
#   - a test in tests/app needs a session; what tests one file stands in its floor's folder
#   - headers have the include guard their path says
#   - what src/key_order.ld lays side by side are functions of src/
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

# Seeds and golden files are as they must be.
grep -v -e '^tests/fuzz/seeds/' -e '^tests/golden/' -e '^tests/home/' "$faults.files" | xargs awk '
    function fault(line, text) { print file ":" line ": " text }
    function kind_of(file) {
        if (file == "tests/bench/ttybench") return "foreign"
        if (file ~ /\.[ch]$/) return "c"
        if (file ~ /\.(md|tsv|yaml)$/) return "data"
        return file ~ /^man\/.*\.[15]$/ ? "manual" : "other"
    }
    function end_file() {
        if (file == "" || kind == "foreign") return
        if (lines > most && file !~ /^man\// && file !~ /\.mk$/) fault(lines, "a file of " lines " lines")
        if (file ~ /^src\/.*\.h$/ && !guarded) fault(1, "no include guard")
    }
    function begin_file() {
        end_file()
        file = FILENAME; kind = kind_of(file)
        table = opened = guarded = 0
        own = file ~ /^src\//
        most = !own ? 800 : file ~ /\.h$/ ? 149 : file ~ /_table\.c$/ ? 10000 : 600
        guard = toupper(file); sub(/^SRC\//, "", guard); gsub(/[^A-Z0-9]/, "_", guard)
        guard = "DIPTYCH_" guard
    }
    # Split, so that this file does not name what it looks for.
    BEGIN { place = "(^|[^A-Za-z0-9_.~-])/" "(work|home|root|Users)/[A-Za-z]" }
    FNR == 1 { begin_file() }
    { lines = FNR }
    $0 ~ place { fault(FNR, "names a place of one machine: " $0) }
    kind == "foreign" { next }
    /[ \t\r]$/ && kind != "data" { fault(FNR, "blank at the end of the line") }
    kind != "c" { next }
    /\t/ { fault(FNR, "tab") }
    /clang-format off/ { table = 1 }
    /clang-format on/ { table = 0 }
    {
        columns = $0
        gsub(/[\200-\277]/, "", columns)
        if (length(columns) > 100 && !table) print "note: " file ":" FNR ": longer than 100 columns"
    }
    /^\{/ { opened = FNR }
    /^\}/ {
        if (opened && FNR - opened + 1 > (own ? 60 : 80)) fault(opened, "a function of " (FNR - opened + 1) " lines")
        opened = 0
    }
    file ~ /^src\/.*\.h$/ && $1 == "#ifndef" && !guarded {
        guarded = 1
        if ($2 != guard) fault(FNR, "the include guard should be " guard)
    }
    END { end_file() }' >"$faults"

ls tests/*/test_*.c tests/fuzz/fuzz_*.c 2>/dev/null | awk '
    FILENAME != "-" { if ($2 == "+=") listed[$3] = 1; next }
    /fuzz_main\.c$/ { next }
    { program = $0; sub(/\.c$/, "", program) }
    !(program in listed) { print $0 ": not in tests/local.mk, nobody runs it" }' tests/local.mk - >>"$faults"

grep -LE '^#include "(app|session|command)/' tests/app/test_*.c |
    sed 's/$/: needs no session, it belongs in the folder of what it tests/' >>"$faults"

sed -n 's/.*\*(\.text\.\([a-z0-9_]*\) .*/\1/p' src/key_order.ld | sort >"$faults.files"
find src -name '*.[ch]' | xargs grep -hoE '[a-z0-9_]+\(' | tr -d '(' | sort -u |
    comm -23 "$faults.files" - | sed 's/.*/src\/key_order.ld: there is no function &/' >>"$faults"

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
