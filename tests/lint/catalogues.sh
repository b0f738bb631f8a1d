#!/bin/sh
# catalogues.sh: do the catalogues of po/ have the messages of the sources?
#
#   missing   each message that po/extract.awk finds has a translation in each catalogue. Those that have none
#             are told, and are a fault when they are more than `allowed`: whoever writes a
#             message need not know every language, whoever releases looks here
#   fuzzy     no entry is marked as guessed
#   stale     no entry is of a message that is gone (make update-po takes such out); told
#   manuals   each manual of man/ is in man/zh_CN and man/zh_TW, too, with its options, commands, keys and settings
#             (the words of its items); mandoc has no warning about it. What lacks is counted like messages
#   zh_TW     what is in traditional Chinese is what po/zh_TW.sh makes of the simplified (asked of OpenCC, where it is)
#   formats   conversions are the same on both sides (asked of msgfmt, where it is)
set -u
export LC_ALL=C
allowed=0
source=${srcdir:-.}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

(cd "$source" && ${AWK:-awk} -f po/extract.awk $(find src -name '*.[ch]' | sort)) >"$work/pot" || exit 99

# One line an entry: F or -, T or - (fuzzy, translated), a tab, the message.
entries() {
    awk '
        function text(line) { sub(/^[^"]*"/, "", line); sub(/"$/, "", line); return line }
        function finish() {
            if (id != "") print (fuzzy ? "F" : "-") (other != "" ? "T" : "-") "\t" id
            id = other = ""; fuzzy = 0; reading = ""
        }
        /^$/ { finish(); next }
        /^#~/ { next }
        /^#,.*fuzzy/ { fuzzy = 1; next }
        /^#/ { next }
        /^msgid_plural / { reading = "plural"; next }
        /^msgid / { reading = "id"; id = text($0); next }
        /^msgstr/ { reading = "other"; other = other text($0); next }
        /^"/ { if (reading == "id") id = id text($0); else if (reading == "other") other = other text($0) }
        END { finish() }' "$1"
}

faults=0
fault() {
    echo "catalogues.sh: $*"
    faults=$((faults + 1))
}

entries "$work/pot" | cut -f 2 | sort >"$work/wanted"
[ -s "$work/wanted" ] || { echo 'catalogues.sh: the sources have no messages'; exit 99; }
for name in $(sed 's/#.*//' "$source/po/LINGUAS"); do
    po=$source/po/$name.po
    entries "$po" >"$work/entries"
    grep '^-T' "$work/entries" | cut -f 2 | sort >"$work/have"
    comm -23 "$work/wanted" "$work/have" >"$work/missing"
    comm -13 "$work/wanted" "$work/have" >"$work/stale"
    missing=$(wc -l <"$work/missing" | tr -d ' ')
    echo "po/$name.po: $(wc -l <"$work/have" | tr -d ' ') messages, $missing missing, $(wc -l <"$work/stale" | tr -d ' ') stale"
    sed "s,^,po/$name.po: missing: ," "$work/missing" | head -n 60
    sed "s,^,po/$name.po: stale: ," "$work/stale" | head -n 60
    [ "$missing" -le "$allowed" ] || fault "po/$name.po: $missing messages are missing, $allowed are allowed"
    grep '^F' "$work/entries" >"$work/fuzzy" && fault "po/$name.po: $(wc -l <"$work/fuzzy") entries are fuzzy"
    if command -v msgfmt >/dev/null; then
        msgfmt --check -o "$work/mo" "$po" || fault "po/$name.po: msgfmt refuses it"
    fi
done
# What Chinese figures count is shown by the name of its class, which is a word of data.
sed -n '/^static const struct noun chinese/,/;$/p; /^static const char measures/,/;$/p' "$source/src/figure/figure_noun.c" |
    sed 's/", \([a-z]*\))/=\1 /g' | grep -o '=[a-z][a-z]*' | tr -d = | sort -u >"$work/classes"
[ "$(wc -l <"$work/classes")" -gt 50 ] || fault 'src/figure/figure_noun.c: where are the classes?'
sort "$source/po/words.txt" | comm -23 "$work/classes" - >"$work/missing"
[ -s "$work/missing" ] && fault "po/words.txt: missing: $(tr '\n' ' ' <"$work/missing")"
# The words of the items of a manual but for its arguments, which are translated.
items() {
    sed -n 's/^\.It //p' "$1" | awk '{
        for (i = 1; i <= NF; i++) {
            if ($i ~ /^(Ar|Cm|Ic|Fl|Ev|Pa|Ql|Li|Oo|Oc|Op|Ns|No)$/) { named = 1; argument = $i == "Ar"; continue }
            if (named && !argument && $i !~ /[\200-\377]/ && $i !~ /^[|,.]*$/) print $i
        }
        argument = named = 0
    }' | sort -u
}
for place in zh_CN zh_TW; do
    for manual in "$source"/man/*.[15]; do
        chinese=man/$place/${manual##*/}
        [ -f "$source/$chinese" ] || { fault "$chinese is missing"; continue; }
        items "$manual" >"$work/wanted"
        items "$source/$chinese" >"$work/have"
        comm -23 "$work/wanted" "$work/have" >"$work/missing"
        missing=$(wc -l <"$work/missing" | tr -d ' ')
        echo "$chinese: $(wc -l <"$work/have" | tr -d ' ') items, $missing missing"
        sed "s,^,$chinese: missing: ," "$work/missing" | head -n 60
        [ "$missing" -le "$allowed" ] || fault "$chinese: $missing items are missing, $allowed are allowed"
    done
    mandoc=${MANDOC:-mandoc}
    if command -v "$mandoc" >/dev/null; then
        "$mandoc" -T lint -W warning "$source"/man/$place/*.[15] 2>&1 | grep -v 'outdated mandoc.db' >"$work/lint" &&
            fault "man/$place: $(cat "$work/lint")"
    fi
done
if command -v opencc >/dev/null; then
    sh "$source/po/zh_TW.sh" --check || fault 'run zh_TW.sh in po/, and look at the difference'
else
    echo 'catalogues.sh: opencc is not here, what is in traditional Chinese was not compared'
fi
[ "$faults" = 0 ]
