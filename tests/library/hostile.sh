#!/bin/sh
# hostile.sh: a library of the reader's own under what files, disks and other programs do to it, tried with the
# program from outside: links in circles, two who add at once while a third searches, queries of ten kilobytes, a
# cache and a library that may only be read, a cache without room.
#
# TINY is the number of tiny files that are searched: 3000, or more (100000 were tried).
set -u
DIPTYCH=${DIPTYCH:-$PWD/diptych}
TINY=${TINY:-3000}
work=$(mktemp -d) || exit 99
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
cd "$work" || exit 99
HOME=$work XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config
export DIPTYCH HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_CONFIG_HOME
unset DIPTYCH_COLLECTION
failed=0
fail() {
    printf 'hostile.sh: %s\n' "$1" >&2
    failed=$((failed + 1))
}
# is WHAT GOT WANTED
is() { [ "$2" = "$3" ] || fail "$1: “$2” in place of “$3”"; }
ask() { timeout 60 "$DIPTYCH" search --format tsv "$@" 2>&1; }

# Links that lead into themselves, up, and out; and what is no file.
mkdir -p loop/a/b
ln -s .. loop/a/b/up
ln -s self loop/self.txt
ln -s ../../loop loop/a/all
ln -s nowhere loop/dangling.txt
mkfifo loop/pipe.txt
echo 'The text in the circle.' >loop/a/one.txt
is 'links in circles' "$(ask circle loop/ | cut -f1 | tr '\n' ' ')" 'article a/one '
is 'links in circles, added' "$(timeout 60 "$DIPTYCH" add --format tsv loop 2>&1 | cut -f1,2 | tr '\t\n' '  ')" \
    'article outcome loop/a/one added '

# Two add the same folder while a third searches: each text is there once.
mkdir many
awk 'BEGIN { for (i = 1; i <= 250; i++) print "Tale " i " of the boat." >("many/" i ".txt") }'
"$DIPTYCH" add --format tsv many >one 2>&1 &
first=$!
"$DIPTYCH" add --format tsv many >other 2>&1 &
second=$!
ask --limit 0 boat >/dev/null
wait $first
wait $second
is 'added at once' "$(find data -path '*/many/*' -type f | wc -l | tr -d ' ')" 250
is 'told as added' "$(cat one other | cut -f2 | grep -c added)" 250
is 'told as doubles' "$(cat one other | cut -f2 | grep -c already)" 250
is 'found after that' "$(ask --limit 0 boat | wc -l | tr -d ' ')" 251

# Many tiny files, and what comes and goes among them.
mkdir tiny
awk -v count="$TINY" 'BEGIN { for (i = 1; i <= count; i++) { file = "tiny/" i ".txt"; print "w" i % 7 >file; close(file) } }'
is 'tiny files' "$(ask --limit 0 w3 tiny/ | wc -l | tr -d ' ')" $((1 + (TINY + 4) / 7))
echo w3 >tiny/new.txt
rm tiny/3.txt
is 'one came, one went' "$(ask --limit 0 w3 tiny/ | wc -l | tr -d ' ')" $((1 + (TINY + 4) / 7))

# Queries of ten kilobytes, of operators alone.
long=$(awk 'BEGIN { for (i = 0; i < 1100; i++) printf "lantern%d ", i % 90 }')
either=$(awk 'BEGIN { for (i = 0; i < 1000; i++) printf "OR boat OR " }')
is 'a long query' "$(ask "$long" many/ | wc -l | tr -d ' ')" 1
is 'a long query that is found' "$(ask --limit 0 "$either" many/ | wc -l | tr -d ' ')" 251
for query in "$(awk 'BEGIN { for (i = 0; i < 3300; i++) printf "OR " }')" \
    "$(awk 'BEGIN { while (i++ < 5000) printf "- " }')" \
    "$(awk 'BEGIN { while (i++ < 9999) printf "\"" }')" "$(awk 'BEGIN { while (i++ < 9999) printf "*" }')" \
    "$(awk 'BEGIN { while (i++ < 9999) printf "(" }')"; do
    is 'operators alone' "$(ask -- "$query" many/ | grep -c 'no word to look for')" 1
done

# A damaged index is made anew, and that is said once.
for index in cache/diptych/search-*.db; do
    dd if=/dev/urandom of="$index" bs=4096 seek=1 count=3 conv=notrunc 2>/dev/null
    dd if=/dev/urandom of="$index" bs=100 count=1 conv=notrunc 2>/dev/null
done
is 'a damaged index' "$(ask --limit 0 boat many/ | grep -c tale -i)" 250
is 'and after that' "$(ask --limit 0 boat many/ | grep -c damaged)" 0

# Disks: root may write anywhere but where a disk says no, so that a disk is made where one can be.
as_root() { command -v unshare >/dev/null && unshare -rm true 2>/dev/null; }
read_only() { # read_only FOLDER COMMAND...: runs it where the folder may only be read
    folder=$1
    shift
    if as_root; then
        unshare -rm sh -c 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && "$@"' "$folder" "$@"
    elif [ "$(id -u)" != 0 ]; then
        chmod -R a-w "$folder"
        "$@"
        status=$?
        chmod -R u+w "$folder"
        return $status
    else
        return 77
    fi
}
if read_only "$work/cache" true 2>/dev/null; then
    count=$(read_only "$work/cache" "$DIPTYCH" search --format tsv --limit 0 boat many/ 2>/dev/null | wc -l | tr -d ' ')
    is 'an index that may only be read' "$count" 251
    echo 'A new boat.' >many/new.txt
    count=$(read_only "$work/cache" "$DIPTYCH" search --format tsv --limit 0 boat many/ 2>errors | wc -l | tr -d ' ')
    is 'and that misses an article' "$count" 252
    echo 'Nobody has this.' >late.txt
    read_only "$work/data" "$DIPTYCH" add late.txt >out 2>errors && fail 'adding to a library that may only be read'
    grep -q 'late.txt: cannot be written: \(Read-only file system\|Permission denied\)' errors ||
        fail "a library that may only be read: $(cat errors)"
    is 'and is as it was' "$(find data -name 'late*' | wc -l | tr -d ' ')" 0
fi
if as_root; then
    mkdir small
    count=$(unshare -rm sh -c 'mount -t tmpfs -o size=64k none small && XDG_CACHE_HOME=$PWD/small "$DIPTYCH" search --format tsv --limit 0 boat many/' 2>errors | wc -l | tr -d ' ')
    is 'a cache without room' "$count" "$(ask --limit 0 boat many/ | wc -l | tr -d ' ')"
fi
[ $failed = 0 ]
