#!/bin/sh
# mixed.sh FOLDER: writes pairs of an English and a Chinese report of each event of english/ and chinese/ into
# FOLDER, four an event, for learn and measure (report_pair.h).
#
# What both tell was read once for all four texts: mixed.tsv has, by event, a fact a line, and the units of
# English a and b and of Chinese a and b that tell it, "-" for none; possible ones are no fault.
set -eu
here=$(dirname "$0")
mkdir -p "$1"
for event in $(cut -f 1 "$here/mixed.tsv" | grep -v '^#' | uniq); do
    for pair in a-a a-b b-a b-b; do
        en=${pair%-*} zh=${pair#*-}
        folder=$1/$event-$en$zh
        mkdir -p "$folder"
        cp "$here/english/$event/$en.en.txt" "$folder/a.en.txt"
        cp "$here/chinese/$event/$zh.zh.txt" "$folder/b.zh.txt"
        echo "$event" >"$folder/GROUP"
        awk -F '\t' -v event="$event" -v en="$en" -v zh="$zh" '
            BEGIN { print "grade\tfact\ta_unit\tb_unit" }
            $1 == event && $(en == "a" ? 3 : 4) != "-" && $(zh == "a" ? 5 : 6) != "-" {
                facts += $2 == "sure"
                count = split($(en == "a" ? 3 : 4), a, ",")
                others = split($(zh == "a" ? 5 : 6), b, ",")
                for (i = 1; i <= count; i++)
                    for (k = 1; k <= others; k++)
                        print $2 "\t" ($2 == "sure" ? facts : "") "\t" a[i] "\t" b[k]
            }' "$here/mixed.tsv" >"$folder/gold.tsv"
    done
done
