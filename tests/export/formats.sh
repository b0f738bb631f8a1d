#!/bin/sh
# formats.sh: exports as other programs read them.
#
#   golden    two plain notes in each format are what tests/export/golden/ has (DIPTYCH_BLESS=1
#             writes that anew)
#   foreign   hostile notes, read by xmllint (HTML, TMX against its document type), python3 (CSV,
#             JSON, HTML) and cmark or md2html (Markdown): well-formed, and nothing that a note says is
#             markup, a formula or a script there
#
# A program that is not here is said, and what it would have looked at is not looked at.
set -u
export LC_ALL=C.UTF-8
source=${srcdir:-.}
notebook=${BUILDDIR:-.}/tests/export/notebook
golden=$source/tests/export/golden
[ -x "$notebook" ] || {
    echo "formats.sh: $notebook: there is no program to test" >&2
    exit 99
}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
failed=0
fail() {
    echo "FAIL: $*"
    failed=1
}

formats='markdown org html json csv csv:readwise csv:hypothesis tsv tmx'
for format in $formats; do
    # shellcheck disable=SC2046 # format and preset are two words
    set -- $(echo "$format" | tr : ' ')
    "$notebook" plain "$@" >"$work/plain" || fail "$format: nothing was printed"
    "$notebook" attacks "$@" >"$work/attacks.$format" || fail "$format: attacks were not printed"
    name=$golden/plain.$(echo "$format" | tr : -)
    [ "${DIPTYCH_BLESS:-}" = 1 ] && cp "$work/plain" "$name"
    cmp -s "$work/plain" "$name" || {
        diff -u "$name" "$work/plain" | sed -n 1,40p
        fail "$format: not what it was"
    }
done

# --- XML ---
if command -v xmllint >/dev/null; then
    cp "$source/tests/export/tmx14.dtd" "$work/tmx14.dtd"
    for kind in plain attacks article; do
        [ $kind = article ] || {
            "$notebook" $kind tmx >"$work/out.tmx"
            xmllint --nonet --noout --dtdvalid "$work/tmx14.dtd" "$work/out.tmx" ||
                fail "tmx: not valid"
        }
        "$notebook" $kind html >"$work/out.html"
        # It knows no element of HTML 5.
        xmllint --nonet --noout --html "$work/out.html" 2>&1 |
            grep -v -e 'Tag \(main\|article\|mark\|time\|aside\) invalid' -e '^ *\^$' -e '^<' |
            grep 'error' && fail 'html: xmllint has errors'
        scripts=$(xmllint --nonet --html --xpath \
            'count(//script|//img|//svg|//iframe|//object|//@*[starts-with(name(),"on")]|//@style)' \
            "$work/out.html" 2>/dev/null)
        [ "$scripts" = 0 ] || fail "html: $scripts elements or attributes that nobody wrote"
    done
    text=$("$notebook" attacks tmx | sed '/DOCTYPE/d' |
        xmllint --nonet --xpath 'string(//tu[1]/tuv[1]/seg)' -)
    [ "$text" = '<script>alert(1)</script><img src=x onerror=alert(1)>' ] || fail "tmx: read back: $text"
else
    echo 'note: xmllint is not here, HTML and TMX were not read by it'
fi

"$notebook" article html >"$work/article.html" || fail 'no article in HTML'
"$notebook" article markdown >"$work/article.markdown" || fail 'no article in Markdown'

# --- CSV, JSON, HTML ---
if command -v python3 >/dev/null; then
    python3 "$source/tests/export/read_back.py" "$work" || fail 'python3 reads something else'
else
    echo 'note: python3 is not here, CSV, JSON and HTML were not read by it'
fi

# --- Markdown ---
for reader in cmark md2html; do
    command -v $reader >/dev/null || {
        echo "note: $reader is not here, Markdown was not read by it"
        continue
    }
    [ $reader = cmark ] && reader='cmark --unsafe'
    for name in attacks article; do
        $reader "$work/$name.markdown" >"$work/markdown.html" || fail "$reader cannot read it"
        grep -n -i -e '<script' -e '<img' -e '<svg' -e '<style' -e 'href="javascript' -e 'href="data' \
            "$work/markdown.html" && fail "markdown: $reader lets something through"
    done
done

exit $failed
