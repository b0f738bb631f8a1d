#!/bin/sh
# run.sh: an archive in PostgreSQL, tried with a real server: made in a folder of its own, reached by a
# socket alone, gone at the end. What diptych-postgres answers is compared with what the index of the
# program answers, for the whole language of queries.
#
# POSTGRES and DIPTYCH are the programs; INITDB tells where those of the server are. PostgreSQL refuses to be
# run by root: nobody does it then. ARTICLES is the number of invented articles: 240, or up to millions (an
# archive's size was tried with 100000; half an hour).
set -u
srcdir=${srcdir:-.}
case $srcdir in /*) ;; *) srcdir=$PWD/$srcdir ;; esac
ARTICLES=${ARTICLES:-240}
POSTGRES=${POSTGRES:-$PWD/diptych-postgres}
DIPTYCH=${DIPTYCH:-$PWD/diptych}
[ -x "$POSTGRES" ] || {
    echo 'run.sh: built without diptych-postgres'
    exit 77
}
skip() {
    echo "run.sh: $1, nothing was asked of a server"
    exit 77
}
initdb=${INITDB-}
[ -n "$initdb" ] || initdb=$(command -v initdb) || skip 'no PostgreSQL server is here'
bin=${initdb%/*}

# The path of a socket is short, and nobody must get to it.
work=$(mktemp -d /tmp/dipg.XXXXXX) || exit 99
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir "$work/server"
as_server() { "$@"; }
if [ "$(id -u)" = 0 ]; then
    id nobody >/dev/null 2>&1 && chown nobody "$work/server" || skip 'root has nobody to run the server'
    if command -v setpriv >/dev/null; then
        as_server() { setpriv --reuid=nobody --clear-groups env HOME="$work/server" "$@"; }
    elif command -v runuser >/dev/null; then
        as_server() { runuser -u nobody -- env HOME="$work/server" "$@"; }
    else
        skip 'neither setpriv nor runuser is here'
    fi
fi
stop() {
    (cd / && as_server "$bin/pg_ctl" -D "$work/server/data" -m immediate -w stop) >/dev/null 2>&1
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 99' HUP INT TERM

LC_ALL=C.UTF-8 HOME=$work
unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME COLUMNS PGHOST PGPORT PGSERVICE PGOPTIONS PGPASSWORD
export LC_ALL HOME
(
    cd / &&
        as_server "$bin/initdb" -D "$work/server/data" -U diptych -A trust -E UTF8 --no-locale --no-sync &&
        as_server "$bin/pg_ctl" -D "$work/server/data" -l "$work/server/log" -w \
            -o "-k $work/server -c listen_addresses='' -c fsync=off" start
) >"$work/log" 2>&1 || {
    cat "$work/log" "$work/server/log" 2>/dev/null
    skip 'the server does not start on this machine'
}
PGHOST=$work/server PGUSER=diptych PGDATABASE=postgres
export PGHOST PGUSER PGDATABASE

failed=0 cases=0
fail() {
    printf 'run.sh: %s\n' "$1" >&2
    failed=$((failed + 1))
}
# says WANTED COMMAND...: what it prints, errors too, is just that.
says() {
    wanted=$1
    shift
    cases=$((cases + 1))
    got=$("$@" 2>&1)
    [ "$got" = "$wanted" ] || fail "$*: says “$got” instead of “$wanted”"
}

# The library: the bundled articles, and invented ones, so many that the program makes an index.
library=$work/library
large= narrow=
[ "$ARTICLES" -lt 480 ] || large=yes narrow=' group2'
group=1
while [ $group -le $((ARTICLES / 240)) ]; do
    mkdir -p "$library/more/g$group"
    group=$((group + 1))
done
cp "$srcdir"/data/collection/articles/* "$library"
# Of many, each 240 have a word of their own.
awk -v folder="$library/more" -v articles="$ARTICLES" 'BEGIN {
    english = split("lamp ferry harbour selling sold market stake shares Nestlé merchants online owner price record", e, " ")
    chinese = split("股权 股份 港口 渡轮 灯塔 市场 商人 价格 公司 阿里巴巴 美国 收购 记录 船 灯", c, " ")
    split("North Courier,Harbour Daily,港口报,Evening Sun", publisher, ",")
    seed = 7
    for (i = 1; i <= articles; i++) {
        zh = i % 2
        group = 1 + int((i - 1) / 240)
        group = group < int(articles / 240) ? group : int(articles / 240)
        file = folder "/g" group "/a" i (zh ? ".zh.md" : ".en.md")
        printf "---\ntitle: Article %d\nlang: %s\npublisher: %s\nstory: story-%d\npublished: %d-%02d-05\n---\n", i,
            (zh ? "zh" : "en"), publisher[i % 4 + 1], i / 3, 2010 + i % 8, 1 + i % 12 >file
        for (p = 0; p < 4; p++) {
            line = ""
            for (w = 0; w < 5 + i % 7; w++) {
                seed = (seed * 1103515245 + 12345) % 2147483648
                n = int(seed / 65536)
                line = line (zh ? c[n % chinese + 1] (n % 5 ? "" : "，") : e[n % english + 1] (n % 6 ? " " : ", "))
            }
            print "\n" line (p == i % 5 ? " 37% of C++ " (zh ? "，" : ", ") : "") (zh ? "。" : ".") >file
        }
        if (articles >= 480)
            print "\ngroup" group >file
        close(file)
    }
}'

says 'diptych-postgres: postgres: nothing is loaded; diptych-postgres load FOLDER does so' "$POSTGRES" query lamp
count=$(find "$library" -name '*.md' | wc -l | tr -d ' ')
# The files have just been written: those of the last two seconds are read again, whoever looks.
[ "$large" ] || says "$count articles: $count read, 0 as before, 0 gone" "$POSTGRES" load "$library"
find "$library" -name '*.md' -exec touch -t 201506221200 {} +
says "$count articles: $count read, 0 as before, 0 gone" "$POSTGRES" load "$library"
says "$count articles: 0 read, $count as before, 0 gone" "$POSTGRES" load "$library"

# Each query, with what the index says: the same articles, and the same scores where they are those of words; of
# a large archive, from which no more than 1,000 are judged, within one group.
compare() {
    cases=$((cases + 1))
    "$DIPTYCH" search --limit 0 --format tsv -- "$1" "$library/" 2>"$work/errors" |
        awk -F '\t' 'NR > 1 && !seen[$1]++ { print $1 "\t" $4 }' | LC_ALL=C sort >"$work/index"
    "$POSTGRES" query --ids -- "$1" 2>&1 | cut -f 1,2 | LC_ALL=C sort >"$work/server.tsv"
    cut -f 1 "$work/index" >"$work/index.ids"
    cut -f 1 "$work/server.tsv" >"$work/server.ids"
    if [ "${2-}" = none ]; then
        [ -s "$work/index" ] && fail "$1: the index has answers, and none were thought of"
    else
        [ -s "$work/index" ] || fail "$1: nobody answers: $(cat "$work/errors")"
    fi
    if ! cmp -s "$work/index.ids" "$work/server.ids"; then
        diff "$work/index" "$work/server.tsv" | sed -n 1,8p
        fail "$1: other articles than the index has"
    elif [ "${2-}" = scores ] && ! cmp -s "$work/index" "$work/server.tsv"; then
        diff "$work/index" "$work/server.tsv" | sed -n 1,8p
        fail "$1: other scores than the index has"
    fi
}
compare alibaba scores
for query in lamp selling sells ferry nestle Nestlé 股权 股權 船 灯塔 'lamp ferry' '股权 公司' 阿里巴巴 \
    'lamp ferry harbour' 'lamp OR ferry' 'harb*' '阿里' '港口股'; do
    compare "$query$narrow" scores
done
for query in '"ferry harbour"' '“港口股权”' 'lamp -ferry' '股权 -公司' 'lamp NEAR ferry' 'lamp NEAR/1 ferry' \
    '37%' 'C++' '"37% of"' 'lang:zh 公司' 'lang:en lamp' '-lang:en 37%' 'story:story-1 lamp' 'publisher:courier lamp' \
    'publisher:港口 37%' 'since:2014 lamp' 'until:2012-06 lamp' 'since:2013 until:2014-06 ferry OR lamp' \
    'entity:阿里巴巴' 'entity:Alibaba 收购' '-entity:Alibaba 37%' 'sel* OR 灯*' \
    '公司 OR lamp -entity:United' 'market "online owner" OR "owner online"'; do
    compare "$query$narrow"
done
# Of those that are too many the 1,000 are told that the server puts first, with the scores they have.
for query in ${large:+lamp 公司 '船 公司'}; do
    cases=$((cases + 1))
    "$DIPTYCH" search --limit 0 --format tsv -- "$query" "$library/" 2>"$work/errors" |
        awk -F '\t' 'NR > 1 && !seen[$1]++ { print $1 "\t" $4 }' | LC_ALL=C sort >"$work/index"
    "$POSTGRES" query --ids -- "$query" 2>&1 | cut -f 1,2 | LC_ALL=C sort >"$work/server.tsv"
    wanted=$(wc -l <"$work/index")
    [ "$wanted" -le 1000 ] || wanted=1000
    [ "$(LC_ALL=C comm -12 "$work/index" "$work/server.tsv" | wc -l)" -eq "$wanted" ] ||
        fail "$query: the index does not have the 1,000 that the server has: $(head -n 3 "$work/server.tsv")"
done
for query in unheardof 'lamp 灯塔塔塔' 'lang:fr lamp' 'since:2030 lamp' 'tag:read lamp' "it's'; DROP TABLE x; --" '\lamp\x'; do
    compare "$query" none
done

# It follows the files.
changed=$(find "$library/more" -name a2.en.md)
find "$library/more" -name a1.zh.md -exec rm {} +
printf 'A zeppelin crossed the river.\n' >"$changed"
touch -t 201506231200 "$changed"
changed=${changed#"$library/"} changed=${changed%.md}
says "$((count - 1)) articles: 1 read, $((count - 2)) as before, 1 gone" "$POSTGRES" load "$library"
says "$changed" sh -c "'$POSTGRES' query --ids zeppelin | cut -f 1"
compare zeppelin
compare "公司$narrow"

# The room's and the command's search ask it.
mkdir -p "$work/.config/diptych"
printf 'set search-engine "%s query %%(query)"\n' "$POSTGRES" >"$work/.config/diptych/diptychrc"
says "$changed" sh -c "'$DIPTYCH' search --collection '$library' --format tsv zeppelin | tail -n +2 | cut -f 1"

# What cannot be is said, and nothing of it stays.
says "diptych-postgres: $work/none: No such file or directory" "$POSTGRES" load "$library" "$work/none"
says 'diptych-postgres: search: : no word to look for' "$POSTGRES" query ''
compare zeppelin
cases=$((cases + 1))
"$POSTGRES" query --database=host="$work/none" lamp 2>&1 | grep 'diptych-postgres: postgres: cannot connect: ' >/dev/null ||
    fail 'a server that is not there is not told'

echo "run.sh: $cases cases, $failed failed"
[ "$failed" = 0 ]
