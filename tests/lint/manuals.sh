#!/bin/sh
# manuals.sh: do the manuals say what the program does?
#
#   mdoc      mandoc has no warning about them (where it is installed)
#   quotes    two quoted words stand in two lines: groff sets the second within the first's marks
#   keys      KEYS of diptych(1) has each key of the keymap with its command, and no other
#   commands  ... each command of the room that `diptych help --format tsv` prints, and no other
#   batch     COMMANDS of diptych(1) has each batch command that it prints, and its DESCRIPTION
#             each option, and no other
#   options   Options of diptychrc(5) has each option, and no other
#
# The keys and settings are read from the source, where they are data. Without a built program the
# commands are not compared.
set -u
export LC_ALL=C
source=${srcdir:-.}
room=$source/man/diptych.1
settings=$source/man/diptychrc.5
diptych=${DIPTYCH:-./diptych}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
: >"$work/faults"

mandoc=${MANDOC:-mandoc}
if command -v "$mandoc" >/dev/null; then
    "$mandoc" -T lint -W warning "$source"/man/*.[15] 2>&1 | grep -v 'outdated mandoc.db' >>"$work/faults"
else
    echo 'manuals.sh: mandoc is not here, the markup was not checked'
fi

# section FILE MACRO TITLE: the lines between that heading and the next one of its kind or higher.
section() {
    awk -v macro="$2" -v title="$3" '
        $1 == ".Sh" || ($1 == ".Ss" && macro == ".Ss") {
            name = $0; sub(/^\.S[hs] /, "", name); gsub(/"/, "", name)
            inside = $1 == macro && name == title
            next
        }
        inside' "$1"
}

# The words of an item line, one a line: quotes bind, \& and friends are what they stand for, a
# comma that stands alone separates.
words() {
    awk '
        function plain(word) {
            gsub(/\\&/, "", word); gsub(/\\-/, "-", word)
            gsub(/\\\(aq/, "\047", word); gsub(/\\\(ga/, "`", word)
            gsub(/\\\(ha/, "^", word); gsub(/\\\(ti/, "~", word)
            return word
        }
        {
            rest = $0
            while (rest != "") {
                sub(/^ +/, "", rest)
                if (substr(rest, 1, 1) == "\"") {
                    rest = substr(rest, 2); end = index(rest, "\"")
                    word = substr(rest, 1, end - 1); rest = substr(rest, end + 1)
                } else {
                    end = index(rest, " "); if (end == 0) end = length(rest) + 1
                    word = substr(rest, 1, end - 1); rest = substr(rest, end)
                    if (word == ",") continue
                }
                print plain(word)
            }
        }'
}

# rows FILE: the string fields of the records of a table in the source, tab-separated.
rows() {
    grep -o '{ [A-Z]*,* *"[^"]*",[^}]*' "$1" | awk '{
        line = ""; rest = $0
        while (match(rest, /"[^"]*"/)) {
            line = line (line == "" ? "" : "\t") substr(rest, RSTART + 1, RLENGTH - 2)
            rest = substr(rest, RSTART + RLENGTH)
        }
        print line
    }'
}

# differ WHAT: tells what is in only one of the lists program and manual.
differ() {
    sort -u "$work/program" >"$work/a"
    sort -u "$work/manual" >"$work/b"
    comm -23 "$work/a" "$work/b" | sed "s/^/man: not in the manual, $1: /" >>"$work/faults"
    comm -13 "$work/a" "$work/b" | sed "s/^/man: in the manual alone, $1: /" >>"$work/faults"
    printf '%s: %s in the program, %s in the manual\n' "$1" \
        "$(wc -l <"$work/a" | tr -d ' ')" "$(wc -l <"$work/b" | tr -d ' ')"
}

# --- keys: KEY, tab, COMMAND ---
sed -n '/struct keymap_row standard/,/^};/p' "$source/src/ui/keymap.c" |
    grep -o '{ [A-Z], "[^"]*", "[^"]*" }' | sed 's/^{ [A-Z], "\([^"]*\)", "\([^"]*\)" }$/\1	\2/' >"$work/program"
section "$room" .Sh KEYS | while IFS= read -r line; do
    case $line in
    .It\ Ic\ *) printf '%s\n' "${line#.It Ic }" | words >"$work/pending" ;;
    .Pq\ Cm\ *) sed "s/\$/	${line#.Pq Cm }/" "$work/pending" ;;
    esac
done >"$work/manual"
differ key

# --- the room's commands, batch commands and their options ---
"$diptych" help --format tsv </dev/null >"$work/help" 2>/dev/null || : >"$work/help"
if [ -s "$work/help" ]; then
    awk -F'\t' '$1 == "command" { print $2 }' "$work/help" >"$work/program"
    section "$room" .Sh COMMANDS | sed -n 's/^\.It Ic \([^ ]*\).*/\1/p' >"$work/manual"
    differ command
    awk -F'\t' '$1 == "room" { print $2 }' "$work/help" >"$work/program"
    section "$room" .Sh KEYS | sed -n -e 's/^\.Pq Cm \([^ ]*\).*/\1/p' -e 's/^\.It Cm \([^ ]*\).*/\1/p' >"$work/manual"
    differ 'command of the room'
    awk -F'\t' '$1 == "option" { print $2 }' "$work/help" >"$work/program"
    section "$room" .Sh DESCRIPTION | sed -n 's/^\.It Fl Fl \([a-z][^ ]*\).*/--\1/p' >"$work/manual"
    differ option
else
    echo 'command: the program is not built, commands were not compared'
fi

# --- options ---
rows "$source/src/ui/option.c" | cut -f1 >"$work/program"
section "$settings" .Ss Options | sed -n 's/^\.It Cm \([^ ]*\).*/\1/p' >"$work/manual"
differ setting

# --- quotes ---
grep -nE '^\..* Ql .* Ql ' "$source"/man/*.[15] "$source"/man/zh_*/*.[15] >>"$work/faults"

[ -s "$work/faults" ] || exit 0
cat "$work/faults" >&2
exit 1
