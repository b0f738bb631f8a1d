#!/bin/sh
# run.sh: diptych-convert from outside, and diptych with it. Each file in golden/ but *.out is
# converted, and what comes out compared with NAME.out; then what must hold when the converter is
# missing, hangs, dies, or says odd things.
#
#   run.sh [--bless] [FILE]...      all files unless some are named
#
# --bless writes down what came out as what should. CONVERT and DIPTYCH are the programs.
set -u
srcdir=${srcdir:-.}
case $srcdir in /*) ;; *) srcdir=$PWD/$srcdir ;; esac
golden=$srcdir/tests/convert/golden
CONVERT=${CONVERT:-$PWD/diptych-convert}
DIPTYCH=${DIPTYCH:-$PWD/diptych}
[ -x "$CONVERT" ] || {
    echo 'run.sh: built without the converter'
    exit 77
}
bless=no
[ "${1-}" = --bless ] && {
    bless=yes
    shift
}
[ $# -gt 0 ] || set -- $(cd "$golden" && ls | grep -v '\.out$')

work=$(mktemp -d "${TMPDIR:-.}/convert.XXXXXX") || exit 99
work=$(cd "$work" && pwd)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
LC_ALL=C.UTF-8 HOME=$work
unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME COLUMNS DIPTYCH_CONVERTER
export LC_ALL HOME
failed=0
cases=0

fail() {
    printf 'run.sh: %s\n' "$1" >&2
    failed=$((failed + 1))
}

for name; do
    cases=$((cases + 1))
    "$CONVERT" document "$name" <"$golden/$name" >"$work/out" 2>&1
    if [ "$bless" = yes ]; then
        cp "$work/out" "$golden/$name.out"
    elif ! cmp -s "$work/out" "$golden/$name.out"; then
        diff -u "$golden/$name.out" "$work/out" | sed -n 1,40p
        fail "$name: converted to something else"
    fi
done

# The encoding of a few words is found out. The table's tab parts what printf makes the bytes of.
tab=$(printf '\t')
while IFS=$tab read -r bytes wanted; do
    case $bytes in '#'*) continue ;; esac
    cases=$((cases + 1))
    got=$(printf "$bytes" | "$CONVERT" text short.txt | tail -n +2)
    [ "$got" = "$wanted" ] || fail "“$wanted” is read as “$got”"
done <"$srcdir/tests/convert/short.tsv"

# titled WANTED TITLE TOP HEADING: a page's title is its headline, whatever stands beside it.
titled() {
    cases=$((cases + 1))
    printf '<html><head><title>%s</title></head><body>%s<article>%s<p>The council voted on a plan that has divided the town for ten years.<p>%s<ol><li id=n>A note.</ol></article></body></html>' \
        "$2" "$3" "$4" "$note$note$note$note" | "$CONVERT" document page.html | sed -n 's/^mtitle //p' >"$work/out"
    [ "$(cat "$work/out")" = "$1" ] || fail "“$2” with “$3$4” is titled “$(cat "$work/out")”"
}
note='<sup><a href="#n">1</a></sup>' blank=$(printf '\302\240')
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '' '<h1>Harbour bill passes</h1>'
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '' "<h1>Harbour bill passes$note</h1>"
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '' "<h1>Harbour bill$note passes$note</h1>"
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '' '<h1>Harbour bill passes<a href="#n"><sup>*</sup></a></h1>'
titled 'Harbour bill passes' 'Harbour bill passes — Tide 3.1' '' '<h1>Harbour bill passes<a class="headerlink" href="#n">¶</a></h1>'
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '' '<h1><a id="n"></a><a href="#n">Harbour bill passes</a></h1>'
titled 'The 19th bill' 'The 19th bill | The Tide' '' '<h1><a href="#n">The 19<sup>th</sup> bill</a></h1>'
titled 'Harbour bill passes' "Harbour bill
    passes | The Tide" '' "<h1>Harbour${blank}bill
    passes</h1>"
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '<header><h1>The Tide</h1></header>' '<h1>Harbour bill passes</h1>'
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '<h1>Welcome</h1>' '<h1>Harbour bill passes</h1>'
titled 'Harbour bill passes' 'The Tide - Harbour bill passes' '<h1>The Tide</h1>' '<h1>Harbour bill passes</h1>'
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '<header><h1>The Tide</h1></header>' '<h2>Harbour bill passes</h2>'
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '<div><h1>The Tide</h1></div>' '<h2>Harbour bill passes at last</h2>'
titled 'Harbour bill passes' 'Harbour bill passes | The Tide' '<div><h1><a href="/">The Tide</a></h1></div>' '<p>Passed.'
titled 'Harbour bill passes' 'The Tide | Harbour bill passes' '<div><h1><a href="/bill">Harbour bill passes</a></h1></div>' '<h2>What the council said</h2>'
titled '港口法案通过' '港口法案通过_潮报' '<header><h1>潮报</h1></header>' "<h1>港口法案通过$note</h1>"

# A converter of a few lines of shell, for what the true one never does.
stand_in() {
    printf '#!/bin/sh\n%s\n' "$1" >"$work/stand-in"
    chmod +x "$work/stand-in"
}

# complains WORDS WHAT [ARGUMENT]...: diptych show fails on them, or a page, with status 1 and one line that has the words.
complains() {
    cases=$((cases + 1))
    wanted=$1 what=$2
    shift 2
    [ $# -gt 0 ] || set -- "$golden/article.html"
    DIPTYCH_CONVERTER=$work/stand-in "$DIPTYCH" show "$@" >"$work/out" 2>"$work/err"
    status=$?
    if [ "$status" != 1 ] || [ -s "$work/out" ] || [ "$(wc -l <"$work/err")" != 1 ] ||
        ! grep -q "$wanted" "$work/err"; then
        cat "$work/err"
        fail "$what: wanted one line with “$wanted” and status 1, got status $status"
    fi
}

rm -f "$work/stand-in"
complains 'cannot be run' 'a converter that is missing'
stand_in 'kill -9 $$'
complains 'the converter ended on it' 'a converter that dies'
stand_in 'exit 3'
complains 'gave back no text' 'a converter that fails'
stand_in 'echo hello'
complains 'something else than a text' 'a converter that says something else'
stand_in 'printf "diptych converted 1\n!it is a riddle\n"; exit 1'
complains 'article.html: it is a riddle' 'a converter that tells why'
complains 'short.tsv: it is a riddle' 'a converter that cannot read an encoding' --encoding gb2312 "$srcdir/tests/convert/short.tsv"
stand_in 'exit 3'
complains "short.tsv: the converter, $work/stand-in, gave back no text" 'a converter that fails on an encoding' --encoding gb2312 "$srcdir/tests/convert/short.tsv"

# What was converted once is not converted again.
cases=$((cases + 1))
"$DIPTYCH" show "$golden/article.html" >"$work/first" 2>"$work/err" || fail 'a page cannot be shown'
[ -n "$(ls "$work/.cache/diptych/converted" 2>/dev/null)" ] || fail 'nothing is kept in the cache'
for file in "$work"/.cache/diptych/converted/*; do
    sed 's/council/senate/' "$file" >"$work/changed" && cp "$work/changed" "$file"
done
"$DIPTYCH" show "$golden/article.html" >"$work/second"
grep -q senate "$work/second" || fail 'a page is converted again though its text is in the cache'

# A folder of such files is a collection; a text and its HTML go by the text's id.
cases=$((cases + 1))
mkdir "$work/folder"
cp "$golden/article.html" "$golden/book3.epub" "$golden/letter.docx" "$golden/letter.odt" "$work/folder"
printf '# Letter\n\nA text of its own.\n' >"$work/folder/letter.md"
"$DIPTYCH" list --collection "$work/folder" --format tsv >"$work/list" 2>&1
"$DIPTYCH" search --collection "$work/folder" decade >"$work/found" 2>&1
for row in 'article	en-GB		2014-06-05	The Tide	Harbour bill and its critics' \
    'book3	en-GB		2014-06-05		The Lamp at the Ferry' 'letter	en				Letter' 'letter.docx	en'; do
    grep -q "^$row" "$work/list" || {
        cat "$work/list"
        fail "the list of a folder has no row “$row”"
    }
done
grep -q decade "$work/found" || fail 'search finds nothing in a web page'

# A book that breaks off is said to.
cases=$((cases + 1))
for bytes in 400 1000 2800; do
    head -c "$bytes" "$golden/book3.epub" | "$CONVERT" document book.epub >"$work/out" 2>&1
    grep -q '^!it is damaged, or breaks off$' "$work/out" || fail "a book of $bytes bytes is not told to break off"
done

# What is no text is told in one sentence that names a remedy.
cases=$((cases + 1))
{ printf '\211PNG\r\n\032\n'; head -c 300 /dev/zero; } >"$work/picture.png"
printf '%%PDF-1.4\n%%\342\343\317\323\n' >"$work/paper.pdf"
for name in picture.png paper.pdf; do
    PATH=/nowhere "$DIPTYCH" show "$work/$name" >"$work/out" 2>"$work/err"
    status=$?
    [ "$status" = 1 ] && [ ! -s "$work/out" ] && [ "$(wc -l <"$work/err")" = 1 ] &&
        grep -q pdftotext "$work/err" || fail "$name: wanted status 1 and a line naming pdftotext"
done

# A rule of diptychrc's makes text of files that are none: batch commands know it, too.
cases=$((cases + 1))
mkdir -p "$work/.config/diptych"
stand_in 'printf "# A tale\n\nOf **%s** words in [all](http://a.example/).\n" "$(wc -w <"$2")"'
printf 'set reader *.tale "%s -n %%(file)"\nset reader *.none "/nowhere/none %%(file)"\n' \
    "$work/stand-in" >"$work/.config/diptych/diptychrc"
printf 'one two three\001\002' >"$work/a.tale"
cp "$work/a.tale" "$work/a.none"
"$DIPTYCH" show "$work/a.tale" >"$work/out" 2>&1
grep -q '^Of 3 words in all.$' "$work/out" || {
    cat "$work/out"
    fail 'a file is not read by the program that diptychrc names'
}
"$DIPTYCH" show "$work/a.none" >"$work/out" 2>&1
[ $? = 1 ] && grep -q 'a.none: /nowhere/none cannot be run' "$work/out" || fail 'a missing program is not told'
rm -r "$work/.config"

# texts CHARSET EXPECTED: plain text comes back in UTF-8 behind a line that names its encoding.
texts() {
    cases=$((cases + 1))
    "$CONVERT" text "$1" <"$work/text" >"$work/out" 2>&1
    printf 'C%s\n%s' "$1" "$2" | cmp -s - "$work/out" || {
        head -n 3 "$work/out"
        fail "a text in $1 is read as something else"
    }
}
letter='渡口的灯亮了一夜，船上的人都说，这样的天气已经很多年没有见过了。'
old='渡口的燈亮了一夜，船上的人都說，這樣的天氣已經很多年沒有見過了。'
for charset in GB18030 UTF-8 UTF-16LE UTF-16BE UTF-32LE UTF-32BE; do
    printf '%s' "$letter" | iconv -f UTF-8 -t "$charset" >"$work/text" 2>/dev/null || continue
    texts "$charset 0" "$letter"
done
# Two units make one character there, and what follows them stands.
pair='灯亮了😀，船上的人都笑了，𠮷村的人也笑了。'
first='一开始，一个人走了；最后，一条船来了。'
for words in "$pair" "$first"; do
    for charset in UTF-16LE UTF-16BE; do
        printf '%s' "$words" | iconv -f UTF-8 -t "$charset" >"$work/text" 2>/dev/null || continue
        texts "$charset 0" "$words"
    done
done
if printf '%s' "$old" | iconv -f UTF-8 -t BIG5 >"$work/text" 2>/dev/null; then
    texts 'Big5 0' "$old"
fi
japanese='東京の学校で、私は毎日日本語の本を読んでいました。そして友達と話しました。'
for charset in Shift_JIS EUC-JP ISO-2022-JP; do
    printf '%s' "$japanese" | iconv -f UTF-8 -t "$charset" >"$work/text" 2>/dev/null || continue
    texts "$charset 0" "$japanese"
done
korean='우리는 어제 서울에서 만나서 이야기를 했습니다. 그 사람은 신문을 읽고 있었다.'
russian='Вчера вечером мы долго говорили о том, что произошло на берегу реки.'
if printf '%s' "$korean" | iconv -f UTF-8 -t EUC-KR >"$work/text" 2>/dev/null; then
    texts 'EUC-KR 0' "$korean"
fi
for charset in windows-1251 KOI8-R; do
    printf '%s' "$russian" | iconv -f UTF-8 -t "$charset" >"$work/text" 2>/dev/null || continue
    texts "$charset 0" "$russian"
done
french='Le café où nous étions hier soir – « déjà fermé » – a été vendu.'
if printf '%s' "$french" | iconv -f UTF-8 -t WINDOWS-1252 >"$work/text" 2>/dev/null; then
    texts 'windows-1252 0' "$french"
fi
printf 'caf\303\251 and na\303\257ve and d\303\251j\303\240 \377 vu' >"$work/text"
texts 'UTF-8 1' 'café and naïve and déjà � vu'

printf '%s cases, %s failed\n' "$cases" "$failed"
[ "$failed" = 0 ]
