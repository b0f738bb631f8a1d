#!/bin/sh
# layers.sh: do the rooms under src/ keep to their floors?
#
#   includes   a file includes only from its own folder or from floors below
#   circles    no two files include one another, on whatever detour (two modules, NAME.c with NAME.h,
#              that do are told, as notes: there the one is often a part of the other)
#   libraries  one file wraps md4c, one libyaml, one pcre2, one sqlite, one zlib; libunistring stays in text/, terminals in tui/,
#              libxml2, libarchive, uchardet and iconv in convert/, libpq in postgres/
#   names      no two libraries define one name, for the linker would take either
#   link line  no library of a floor needs a symbol of a floor above or beside it, and none
#              but tui needs the terminal's (asked of nm, where there is a build)
set -u
source=${srcdir:-.}
build=${BUILDDIR:-.}
faults=$(mktemp) || exit 99
trap 'rm -f "$faults"' EXIT

# The floors, lowest first. main.c stands on the roof.
floors='base:0 text:1 doc:2 convert:3 layout:3 library:3 notes:3 figure:3 quote:3 language:3 dictionary:4 align:5 entity:5 '
floors="${floors}export:5 query:6 ui:7 page:8 session:9 command:10 cli:11 tui:11 postgres:12"

find "$source/src" -name '*.[ch]' | sort >"$faults.files"
[ -s "$faults.files" ] || {
    echo 'layers.sh: no sources are here' >&2
    exit 99
}

# One line an include: FILE LINE KIND NAME, kind q for "..." and a for <...>.
# xargs splits a long list over several runs of awk, which is as good.
xargs awk -v root="$source/src/" '
    match($0, /^[ \t]*#[ \t]*include[ \t]*["<]/) {
        kind = substr($0, RSTART + RLENGTH - 1, 1) == "<" ? "@a" : "@q"
        name = substr($0, RSTART + RLENGTH)
        sub(/[">].*/, "", name)
        print substr(FILENAME, length(root) + 1), FNR, kind, name
    }' <"$faults.files" >"$faults.includes"

awk -v floors="$floors" '
    function folder(path) { return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "" }
    function height(path) { return folder(path) == "" ? 13 : floor[folder(path)] }
    function module(path) { sub(/\.[ch]$/, "", path); return path }
    function fault(text) { print "src/" $1 ":" $2 ": " text }
    BEGIN {
        count = split(floors, pair, " ")
        for (i = 1; i <= count; i++) { split(pair[i], part, ":"); floor[part[1]] = part[2] }
    }
    folder($1) != "" && !(folder($1) in floor) { fault("the folder " folder($1) "/ has no floor in tests/lint/layers.sh"); next }
    $3 == "@q" {
        if ($4 == "config.h") next
        if ($4 !~ /\//) { fault("\"" $4 "\" names no folder; write it from src/ on"); next }
        if (!(folder($4) in floor)) { fault("\"" $4 "\" is in no known folder"); next }
        if (folder($1) != folder($4) && height($4) >= height($1))
            fault(folder($1) "/ (floor " height($1) ") may not include " $4 " (floor " height($4) ")")
        next
    }
    $4 ~ /^(n?cursesw?|term|termcap|unctrl|panel|menu|form)\.h$/ || $4 ~ /^ncursesw?\// {
        if (folder($1) != "tui") fault("<" $4 "> belongs in tui/ alone")
        next
    }
    $4 ~ /^(libxml\/|archive|uchardet|iconv)/ {
        if (folder($1) != "convert") fault("<" $4 "> belongs in convert/ alone, out of the reader")
        next
    }
    $4 == "libpq-fe.h" && folder($1) != "postgres" { fault("<" $4 "> belongs in postgres/ alone, out of the reader"); next }
    $4 ~ /^uni[a-z]+\.h$/ && $4 != "unistd.h" && folder($1) != "text" { fault("<" $4 "> belongs in text/ alone"); next }
    $4 ~ /^(md4c|md4c-html|yaml|zlib|sqlite3|pcre2|libpq-fe)\.h$/ {
        if ($4 in owner && owner[$4] != $1) fault("<" $4 "> is wrapped by " owner[$4] " already")
        owner[$4] = $1
        if ($1 ~ /\.h$/) fault("<" $4 "> belongs in a .c file, out of the sight of others")
    }
' "$faults.includes" >"$faults"

# Circles: a depth-first walk over files, then over modules.
circles() {
    awk -v unit="$1" '
    function module(path) { if (unit == "module") sub(/\.[ch]$/, "", path); return path }
    function walk(from, depth, i, count, next_one, list) {
        state[from] = 1; path[depth] = from
        count = split(edges[from], list, " ")
        for (i = 1; i <= count; i++) {
            next_one = list[i]
            if (state[next_one] == 1) report(next_one, depth)
            else if (!state[next_one]) walk(next_one, depth + 1)
        }
        state[from] = 2
    }
    function report(start, depth, i, text) {
        for (i = depth; path[i] != start; i--) text = " > " path[i] text
        print "src/" start ": includes itself in a circle: " start text " > " start
    }
    $3 == "@q" && $4 ~ /\// {
        from = module($1); to = module($4)
        if (from != to && !((from, to) in seen)) { seen[from, to] = 1; edges[from] = edges[from] " " to }
    }
    END { for (from in edges) if (!state[from]) walk(from, 1) }
    ' "$faults.includes" | sort
}
circles file >>"$faults"
circles module | sed 's/^/note: /'

# What the archives say: a symbol defined upstairs or next door is a fault, declared or not.
nm=${NM:-nm}
archives=$(find "$build/src" -maxdepth 1 -name 'lib*.a' 2>/dev/null | sort)
if [ -n "$archives" ] && command -v "$nm" >/dev/null; then
    for archive in $archives; do
        name=${archive##*/lib}
        "$nm" -A -P "$archive" 2>/dev/null | sed "s/^/${name%.a} /"
    done | awk -v floors="$floors" '
        BEGIN {
            count = split(floors, pair, " ")
            for (i = 1; i <= count; i++) { split(pair[i], part, ":"); floor[part[1]] = part[2] }
            words = "initscr newterm set_term endwin doupdate setupterm del_curterm cur_term stdscr curscr " \
                "tputs putp tparm tiparm tigetstr tigetnum tigetflag tgetent tgetstr tgetnum tgetflag " \
                "wgetch wget_wch wrefresh wnoutrefresh waddch waddnstr wadd_wch wadd_wchnstr wmove werase keypad raw cbreak"
            count = split(words, word, " ")
            for (i = 1; i <= count; i++) curses[word[i]] = 1
        }
        # lib archive[member]: name type ...
        $4 == "U" { needs[$1 " " $3] = 1; next }
        $4 ~ /^[TDBRC]$/ && ($3 in home) && $3 !~ /^_|^__odr|asan|ubsan|gcov/ {
            print "lib" $1 ".a: has " $3 ", as lib" home[$3] ".a has: whoever calls one gets the other"
        }
        $4 ~ /^[TDBRCVW]$/ && !($3 in home) { home[$3] = $1 }
        END {
            for (need in needs) {
                split(need, part, " ")
                lib = part[1]; symbol = part[2]
                if (symbol in home) {
                    if (home[symbol] != lib && floor[home[symbol]] >= floor[lib])
                        print "lib" lib ".a: needs " symbol " of lib" home[symbol] ".a, which is not below it"
                } else if ((symbol in curses) && lib != "tui") {
                    print "lib" lib ".a: needs " symbol " of the terminal library"
                }
            }
        }' | sort >>"$faults"
else
    echo 'layers.sh: no libraries are built, or nm is missing: includes were checked, symbols were not'
fi
rm -f "$faults.files" "$faults.includes"

[ -s "$faults" ] || exit 0
cat "$faults" >&2
echo "layers.sh: $(wc -l <"$faults" | tr -d ' ') faults" >&2
exit 1
