#!/bin/sh
# hanpairs.sh: writes hanpairs.c from Unihan_Variants.txt (part of the Unicode Character Database),
# given on standard input:
#
#     bzcat Unihan_Variants.txt.bz2 | sh src/text/hanpairs.sh >src/text/hanpairs.c
#
# A traditional character is paired with its first kSimplifiedVariant other than itself; where
# it has none, with the first character that names it as kTraditionalVariant. Chains are
# followed to their end, so that no simplified character is a traditional one of another pair.
# The few forms in `extra` are printed in Hong Kong and Taiwan, but Unihan knows them only as
# variants in meaning.
set -eu
export LC_ALL=C

awk -v extra='88CF:91CC 5CEF:5CF0 7FA3:7FA4 7DAB:7EBF 88CA:88C5 5553:542F 8846:4F17 7260:5E8A 8AAC:8BF4 7232:4E3A' '
function number(text,    i, value) {
    for (i = 1; i <= length(text); i++)
        value = value * 16 + index("0123456789ABCDEF", substr(text, i, 1)) - 1
    return value
}
function bytes(code) {
    return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
}
function known(code) { return code >= 13312 && code <= 40959 }
function pair(traditional, simplified) {
    if (known(traditional) && known(simplified) && traditional != simplified && !(traditional in to))
        to[traditional] = simplified
}
BEGIN {
    count = split(extra, items, " ")
    for (i = 1; i <= count; i++) {
        split(items[i], ends, ":")
        pair(number(ends[1]), number(ends[2]))
    }
}
$2 == "kSimplifiedVariant" {
    for (i = 3; i <= NF; i++)
        pair(number(substr($1, 3)), number(substr($i, 3)))
}
$2 == "kTraditionalVariant" {
    for (i = 3; i <= NF; i++) {
        own[$1] = own[$1] || $i == $1
        late[++lates] = number(substr($i, 3)) " " number(substr($1, 3))
    }
}
END {
    for (i = 1; i <= lates; i++) {
        split(late[i], ends, " ")
        # A character that has traditional forms of its own stays what it is.
        if (!(ends[2] in to) && !(ends[1] in simple))
            pair(ends[1] + 0, ends[2] + 0)
        simple[ends[2]] = 1
    }
    for (code in to) {
        end = to[code]
        for (steps = 0; (end in to) && steps < 8; steps++)
            end = to[end]
        if (end != code && !(end in to))
            printf "%d %d %s%s\n", end, code, bytes(code), bytes(end)
    }
}' | sort -k1,1n -k2,2n | awk '
BEGIN {
    print "/* Traditional and simplified characters, sorted by the simplified one. Written by"
    print " * hanpairs.sh from the Unicode Han database (Unihan, kSimplifiedVariant and"
    print " * kTraditionalVariant); Unicode data files and software: Unicode License. */"
    print "#include \"text/hanpairs.h\""
    print ""
    print "/* clang-format off */"
    print "const char hanpairs[][HANPAIRS_LINE] = {"
}
{ line = line $3; if (NR % 21 == 0) { print "    \"" line "\","; line = "" }
  at[$2] = NR - 1 }
END {
    if (line != "") print "    \"" line "\","
    print "};"
    print ""
    print "/* Numbers of pairs, sorted by the traditional character. */"
    print "const unsigned short hanpairs_order[] = {"
    line = "   "
    for (code = 13312; code <= 40959; code++) {
        if (code % 64 == 0) from[++blocks] = numbers + 0
        if (!(code in at)) continue
        line = line " " at[code] ","
        if (++numbers % 18 == 0) { print line; line = "   " }
    }
    if (line != "   ") print line
    print "};"
    print ""
    print "/* Where in that order each 64 code points from U+3400 on begin. */"
    print "const unsigned short hanpairs_from[] = {"
    line = "   "
    from[++blocks] = numbers
    for (block = 1; block <= blocks; block++) {
        line = line " " from[block] ","
        if (block % 18 == 0) { print line; line = "   " }
    }
    if (line != "   ") print line
    print "};"
    print "/* clang-format on */"
    print ""
    print "const size_t hanpairs_count = " NR ";"
}'
