#!/bin/sh
# formats.sh: exports as other programs read them.
#
#   golden    two plain notes in each format are what tests/export/golden/ has (DIPTYCH_BLESS=1
#             writes that anew)
#   foreign   hostile notes, read by xmllint (HTML, TMX against its document type), python3 (CSV,
#             JSON, HTML), cmark or md2html (Markdown), Emacs (Org), pandoc (Org, BibTeX, CSL-JSON) and
#             LibreOffice (CSV): well-formed, and nothing that a note says is markup, a formula, a
#             link that runs something or a script there
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

formats='markdown org html json csv csv:readwise csv:hypothesis tsv tmx bibtex csl'
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

# --- linked data ---
NODE_PATH=${NODE_PATH-$(npm root -g 2>/dev/null)}
export NODE_PATH
if command -v node >/dev/null && node -e 'require("jsonld")' 2>/dev/null; then
    for kind in plain attacks; do
        "$notebook" $kind json >"$work/$kind.json"
        node "$source/tests/export/jsonld_read.js" "$work/$kind.json" >"$work/$kind.rows" || fail "jsonld cannot read $kind"
        [ "$(wc -l <"$work/$kind.rows")" = "$(grep -c '"type": "Annotation",' "$work/$kind.json")" ] ||
            fail "json: jsonld finds another number of notes in $kind"
    done
    grep -q '^urn:diptych:note:0m0000000002	\[\]	\["Alibaba","收购"\]	\["For 37.6%\\nof it."\]$' "$work/plain.rows" || {
        cat "$work/plain.rows"
        fail 'json: jsonld reads something else'
    }
else
    echo 'note: jsonld of node is not here, JSON was not read as linked data'
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

# --- Org ---
if command -v emacs >/dev/null; then
    for kind in plain attacks; do
        "$notebook" $kind org >"$work/$kind.org"
        HOME=$work emacs --batch -Q -l "$source/tests/export/org_read.el" "$work/$kind.org" \
            >"$work/org.read" 2>"$work/org.errors" || {
            sed -n 1,10p "$work/org.read" "$work/org.errors"
            fail "org: Emacs finds something in $kind"
        }
    done
    [ "$(grep -c '^headline' "$work/org.read")" = "$(grep -c '^# diptych:note' "$work/attacks.org")" ] ||
        fail 'org: Emacs counts other headlines than there are notes'
else
    echo 'note: emacs is not here, Org was not read by it'
fi

# --- bibliographies ---
if command -v pandoc >/dev/null; then
    "$notebook" plain bibtex >"$work/plain.bib"
    "$notebook" plain csl >"$work/plain.csl"
    for kind in plain attacks; do
        "$notebook" $kind org | pandoc -f org -t plain >/dev/null || fail "org: pandoc cannot read $kind"
        "$notebook" $kind bibtex >"$work/$kind.bib"
        "$notebook" $kind csl >"$work/$kind.csl"
        pandoc -f bibtex -t csljson "$work/$kind.bib" >"$work/bib.json" ||
            fail "bibtex: pandoc cannot read $kind"
        pandoc -f csljson -t csljson "$work/$kind.csl" >"$work/csl.json" ||
            fail "csl: pandoc cannot read $kind"
        for name in bib csl; do
            grep -c '"id":' "$work/$name.json" >"$work/$name.count"
        done
        cmp -s "$work/bib.count" "$work/csl.count" || fail "bibtex and csl have other articles in $kind"
    done
    pandoc -f bibtex -t csljson "$work/plain.bib" | grep -q '"title": "The Sale"' ||
        fail 'bibtex: pandoc reads another title'
else
    echo 'note: pandoc is not here, Org, BibTeX and CSL-JSON were not read by it'
fi

# --- a spreadsheet ---
office=$(command -v soffice || command -v libreoffice)
if [ -n "$office" ]; then
    "$notebook" plain csv bom >"$work/sheet.csv"
    (cd "$work" && HOME=$work timeout 120 "$office" --headless --infilter=CSV:44,34,76 \
        --convert-to ods sheet.csv >/dev/null 2>&1 && unzip -p sheet.ods content.xml >sheet.xml 2>/dev/null)
    if [ -s "$work/sheet.xml" ]; then
        grep -q '收购' "$work/sheet.xml" || fail 'csv: LibreOffice reads something else'
        grep -q '<text:p>id<' "$work/sheet.xml" || fail 'csv: LibreOffice takes the mark for text'
        grep -q 'table:formula' "$work/sheet.xml" && fail 'csv: LibreOffice calculates something'
    else
        echo 'note: LibreOffice converted nothing, CSV was not read by it'
    fi
else
    echo 'note: LibreOffice is not here, CSV was not read by it'
fi

# --- a browser, on paper ---
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -n "$browser" ] && command -v pdftotext >/dev/null; then
    "$notebook" page html >"$work/page.html"
    HOME=$work timeout 120 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/browser" \
        --no-pdf-header-footer --print-to-pdf="$work/page.pdf" "file://$work/page.html" >/dev/null 2>&1
    if [ -s "$work/page.pdf" ]; then
        # A side note stands in the line of the passage that it is on.
        pdftotext -layout "$work/page.pdf" - >"$work/page.text"
        for number in 1 2 3; do
            grep -q "Passage.* $number word.* $number\$" "$work/page.text" || {
                sed -n 1,20p "$work/page.text"
                fail "html: side note $number is not beside its passage on paper"
            }
        done
    else
        echo 'note: chromium printed nothing, HTML was not looked at on paper'
    fi
else
    echo 'note: chromium or pdftotext is not here, HTML was not looked at on paper'
fi

# --- translation tools ---
if command -v python3 >/dev/null && python3 -c 'import translate.storage.tmx' 2>/dev/null; then
    "$notebook" plain tmx >"$work/plain.tmx"
    python3 -c 'import sys
from translate.storage import tmx
units = tmx.tmxfile.parsefile(sys.argv[1]).units
print(len(units), units[0].source, units[0].target)' "$work/plain.tmx" >"$work/units" 2>/dev/null
    [ "$(cat "$work/units")" = '1 11 Main was sold. 出售' ] || {
        cat "$work/units"
        fail 'tmx: translate-toolkit reads something else'
    }
else
    echo 'note: translate-toolkit is not here, TMX was not read by it'
fi

exit $failed
