#!/bin/sh
# messages.sh: is everything the room says seen by some test?
#
#   list    tests/app/messages.txt has each text that the rooms under src/ give to session_say, session_fail or
#           error_set, and no other
#   tests   the longest fixed part of each (what no % stands for) occurs in tests/app/scripts/*.room
#           or tests/{app,ui}/test_*.c
#
# In the list one text stands on a line as it does in the source, without quotes. A tab and
# another text behind it is what is looked for instead, where the first has no fixed part to
# speak of. DIPTYCH_BLESS=1 writes the list anew and keeps what stands behind tabs.
set -u
export LC_ALL=C
source=${srcdir:-.}
list=$source/tests/app/messages.txt
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# Every string literal in a call of the three, up to the semicolon; literals in a row are one.
awk '
    function print_literals(text, i, c, literal, joined) {
        while (match(text, /(session_say|session_fail|error_set)\(/)) {
            text = substr(text, RSTART + RLENGTH)
            literal = ""; joined = 0
            for (i = 1; (c = substr(text, i, 1)) != ";" && c != "" && c != "{"; i++) {
                if (c == "\"") {
                    for (i++; (c = substr(text, i, 1)) != "\""; i++) {
                        if (c == "\\") { i++; c = c substr(text, i, 1) }
                        literal = literal c
                    }
                    joined = 1
                } else if (c !~ /[ \n]/ && joined) {
                    print literal
                    literal = ""; joined = 0
                }
            }
        }
    }
    FNR == 1 { print_literals(text); text = "" }
    { text = text $0 "\n" }
    END { print_literals(text) }' \
    "$source"/src/base/subprocess.c "$source"/src/library/note_template.c \
    "$source"/src/notes/note_syntax.c "$source"/src/query/*.c "$source"/src/ui/*.c "$source"/src/page/*.c "$source"/src/session/*.c "$source"/src/command/*.c | sort -u >"$work/said"
[ -s "$work/said" ] || {
    echo 'messages.sh: src/session says nothing' >&2
    exit 99
}

if [ "${DIPTYCH_BLESS:-}" = 1 ]; then
    awk -F '\t' '
        FILENAME == ARGV[1] { if (NF > 1) extra[$1] = $0; next }
        { print ($0 in extra) ? extra[$0] : $0 }' \
        "$list" "$work/said" >"$work/list" && cp "$work/list" "$list"
fi

cut -f 1 "$list" | sort -u >"$work/listed"
comm -23 "$work/said" "$work/listed" | sed 's/^/not in messages.txt: /' >"$work/faults"
comm -13 "$work/said" "$work/listed" | sed 's/^/in messages.txt, but nobody says it: /' >>"$work/faults"

# The longest part between conversions of each line, or what stands behind the tab.
awk -F '\t' '{
        if (NF > 1) { print $2 "\t" $1; next }
        gsub(/%%/, "\001", $1)
        rest = $1; best = ""
        while (rest != "") {
            if (match(rest, /%[-0-9.*]*(z|l|ll)?[a-zA-Z]/)) {
                part = substr(rest, 1, RSTART - 1); rest = substr(rest, RSTART + RLENGTH)
            } else { part = rest; rest = "" }
            if (length(part) > length(best)) best = part
        }
        gsub(/\001/, "%", best); gsub(/\001/, "%%", $1)
        print best "\t" $1
    }' "$list" >"$work/parts"
cat "$source"/tests/app/scripts/*.room "$source"/tests/app/test_*.c "$source"/tests/ui/test_*.c >"$work/tests"
while IFS='	' read -r part message; do
    if [ ${#part} -lt 5 ]; then
        echo "has no fixed part; put what a test sees of it behind a tab: $message"
    elif ! grep -q -F -e "$part" "$work/tests"; then
        echo "no test sees: $message"
    fi
done <"$work/parts" >>"$work/faults"

if [ -s "$work/faults" ]; then
    cat "$work/faults"
    exit 1
fi
exit 0
