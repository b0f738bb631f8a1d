#!/bin/sh
# readings.sh: writes readings_table.c from Unihan_Readings.txt (part of the Unicode Character
# Database), given on standard input:
#
#     bzcat Unihan_Readings.txt.bz2 | sh src/language/readings.sh >src/language/readings_table.c
#
# Of a character's kMandarin the first reading is taken, which is the usual one in the People's
# Republic. readings_table.h says how the table is laid out.
set -eu
export LC_ALL=C

awk -F '\t' '
function number(text,    i, value) {
    for (i = 1; i <= length(text); i++)
        value = value * 16 + index("0123456789ABCDEF", substr(text, i, 1)) - 1
    return value
}
/^U/ && $2 == "kMandarin" { split($3, readings, " "); printf "%d %s\n", number(substr($1, 3)), readings[1] }
' | sort -k1,1n | awk '
function digit(value) { return sprintf("%c", 64 + value + (value > 27)) }
function begin(type) { printf "%s = {\n", type }
function add(item) {
    if (length(line) + length(item) > 176) { print "    " line; line = "" }
    line = line (line == "" || quoted ? "" : " ") item
}
function finish() { if (line != "") print "    " line; line = ""; print "};" }
BEGIN {
    GAP = 16
    syllables[0] = ""; size = 0
    print "/* The Mandarin readings of Han characters. Written by readings.sh from the Unicode Han database"
    print " * (Unihan, kMandarin); Unicode data files and software: Unicode License. */"
    print "#include \"language/readings_table.h\""
    print ""
    print "/* clang-format off */"
}
{
    if (!($2 in known)) { known[$2] = ++count; syllables[count] = $2 }
    if (NR == 1 || $1 > last + GAP) { runs[++run_count] = $1; starts[run_count] = size }
    else while (++last < $1) codes[size++] = 0
    last = $1
    codes[size++] = known[$2]
}
END {
    if (count >= 1600) { print "readings.sh: more readings than two digits hold" >"/dev/stderr"; exit 1 }
    begin("const char readings_syllables[][8]")
    for (i = 0; i <= count; i++) add("\"" syllables[i] "\",")
    finish()
    begin("const struct readings_run readings_runs[]")
    for (i = 1; i <= run_count; i++)
        add("{ " runs[i] ", " (i < run_count ? starts[i + 1] : size) - starts[i] ", " starts[i] " },")
    finish()
    begin("const char readings_codes[][READINGS_LINE]")
    for (i = 0; i < size; i++) {
        text = text digit(int(codes[i] / 40)) digit(codes[i] % 40)
        if (i % 128 == 127 || i == size - 1) { print "    \"" text "\","; text = "" }
    }
    finish()
    print "/* clang-format on */"
    print ""
    print "const size_t readings_run_count = sizeof readings_runs / sizeof *readings_runs;"
}'
