# extract.awk: the messages of the sources given, as a .pot template (xgettext takes but one string of
# `on ? "this" : "that"`). Taken are, each string where several stand for choice:
#
#   calls    the format of error_set, session_say and the like (below), what _(), N_() and message_count
#            are given
#   words    po/words.txt: what strerror says where the library is not asked for another language, and words of data
#   tables   the help of commands and options, by what stands behind the string; fields such as
#            .hint = "..."
#
# What has no two letters but conversions ("%s: %s") is no message, unless _() says so (" w", "%zu h", ", "). Messages of calls with
# conversions are c-format: msgfmt --check-format compares their translations.

# The string that begins at the quote text[at], with those that follow it in C's way; sets literal,
# returns the place behind.
function read_literal(text, at, start, c) {
    literal = ""
    for (;;) {
        for (start = ++at; (c = substr(text, at, 1)) != "\"" && c != ""; at++)
            if (c == "\\") at++
        literal = literal substr(text, start, at - start)
        at++
        if (!match(substr(text, at), /^[ \t\n]*"/)) return at
        at += RLENGTH - 1
    }
}

function is_message(text, rest) {
    rest = text
    gsub(/%[-+ #0-9.*]*(hh|h|ll|l|z|j|t)?[a-zA-Z%]/, " ", rest)
    gsub(/\\[a-z]/, " ", rest)
    return rest ~ (marked ? "[A-Za-z]|[,;:(]" : "[A-Za-z][A-Za-z]")
}

function note(message, plural, format) {
    if (!is_message(message)) return
    if (!(message in seen)) { seen[message] = ++total; order[total] = message }
    if (plural != "") plurals[message] = plural
    if (format && message ~ /%[-0-9.*]*(z|l|ll)?[diouxXcsfge]/) formats[message] = 1
    if (index(places[message] " ", " " base " ") == 0) places[message] = places[message] " " base
}

# Argument `wanted` (the first is 1) of the call whose arguments begin at text[at]: notes its strings. For 0
# the first two are a message and its plural.
function read_call(text, at, wanted, c, depth, argument, parts) {
    argument = 1
    for (depth = 0; (c = substr(text, at, 1)) != ""; at++) {
        if (c == "\"") {
            at = read_literal(text, at) - 1
            if (argument == wanted && depth == 0) note(literal, "", 1)
            else if (wanted == 0 && argument <= 2) parts[argument] = literal
        } else if (c == "'") {
            at += substr(text, at + 1, 1) == "\\" ? 3 : 2
        } else if (c == "(" || c == "[" || c == "{") depth++
        else if (c == ")" || c == "]" || c == "}") { if (depth-- == 0) break }
        else if (c == "," && depth == 0) argument++
        else if (c == ";") break
    }
    if (wanted == 0) note(parts[1], parts[2], 1)
}

function read_calls(text, word) {
    while (match(text, /[^a-zA-Z_](error_set|error_prefix|session_say|session_fail|faults_add|note_marks_fail|message_count|N?_)\(/)) {
        word = substr(text, RSTART + 1, RLENGTH - 2)
        text = substr(text, RSTART + RLENGTH)
        marked = word ~ /_$/
        read_call(text, 1, word in format_at ? format_at[word] : 1)
        marked = 0
    }
}

function read_fields(text) {
    while (match(text, /\.(hint|none|label|title)[ \n]*=[ \n]*"/)) {
        text = substr(text, RSTART + RLENGTH - 1)
        text = substr(text, read_literal(text, 1))
        note(literal, "", 0)
    }
}

# Strings that `behind` matches what follows.
function read_table(text, behind, at) {
    while ((at = index(text, "\"")) > 0) {
        text = substr(text, read_literal(text, at))
        if (match(text, behind)) note(literal, "", 0)
    }
}

# The titles of groups begin with capitals.
function read_titles(text) {
    while (match(text, /"[A-Z][a-z ]+"/)) {
        note(substr(text, RSTART + 1, RLENGTH - 2), "", 0)
        text = substr(text, RSTART + RLENGTH)
    }
}

# What the key menu lists: the command lines that keys of several strokes stand for, by their names.
function read_keys(text, keys) {
    while (match(text, /"[^"]*", "[^"]*" }/)) {
        keys = substr(text, RSTART + 1, RLENGTH - 4)
        text = substr(text, RSTART + RLENGTH)
        if (keys ~ /^[^"]+ [^"]*", "/) note(substr(keys, index(keys, ", \"") + 3), "", 0)
    }
}

function read_file(text) {
    gsub(/'"'/, "'_'", text)
    read_calls(text)
    read_fields(text)
    if (name ~ /^src\/command\//) read_table(text, "^,[ \n]*GROUP_")
    if (name == "src/cli/subcommand.c") read_table(text, "^,[ \n]*cli_")
    if (name == "src/cli/arguments.c") { read_table(text, "^,[ \n]*FLAG_"); read_table(text, "^ },\n") }
    if (name == "src/ui/option.c") read_table(text, "^ },\n")
    if (name ~ /session\/registry\.c$/) read_titles(text)
    if (name == "src/ui/keymap.c") read_keys(text)
}

function write_string(keyword, text, lines, count, i) {
    count = split(text, lines, /\\n/)
    if (count <= 1 || (count == 2 && lines[2] == "")) { print keyword " \"" text "\""; return }
    print keyword " \"\""
    for (i = 1; i <= count; i++)
        if (i < count) print "\"" lines[i] "\\n\""
        else if (lines[i] != "") print "\"" lines[i] "\""
}

BEGIN {
    format_at["error_set"] = format_at["error_prefix"] = 2
    format_at["session_say"] = format_at["session_fail"] = format_at["note_marks_fail"] = 2
    format_at["faults_add"] = 4
    format_at["message_count"] = 0
    name = base = "words"
    while ((getline line < "po/words.txt") > 0) note(line, "", 0)
}
FNR == 1 {
    if (NR > 1) read_file(text)
    text = ""; name = FILENAME; sub(/^.*src\//, "src/", name); base = name; sub(/\.[ch]$/, "", base)
}
!/^[ \t]*#[ \t]*include/ { text = text $0 "\n" }
END {
    read_file(text)
    print "msgid \"\"\nmsgstr \"\""
    print "\"Project-Id-Version: diptych\\n\"\n\"MIME-Version: 1.0\\n\""
    print "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\""
    for (i = 1; i <= total; i++) {
        print "\n#:" places[order[i]]
        if (order[i] in formats) print "#, c-format"
        write_string("msgid", order[i])
        if (order[i] in plurals) {
            write_string("msgid_plural", plurals[order[i]])
            print "msgstr[0] \"\"\nmsgstr[1] \"\""
        } else print "msgstr \"\""
    }
}
