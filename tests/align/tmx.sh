#!/bin/sh
# tmx.sh: is what `align --format tmx` writes valid TMX 1.4b, and does it hold what was aligned?
#
# The declarations below are those of the elements that are written, with the attributes the
# standard (LISA OSCAR, TMX 1.4b, 2005) requires of them. Without xmllint there is nothing to ask.
set -u
export LC_ALL=C.UTF-8
diptych=${DIPTYCH:-./diptych}
command -v xmllint >/dev/null || {
    echo 'tmx.sh: xmllint is not here'
    exit 77
}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

cat >"$work/tmx14.dtd" <<'END'
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header
    creationtool CDATA #REQUIRED
    creationtoolversion CDATA #REQUIRED
    segtype (block | paragraph | sentence | phrase) #REQUIRED
    o-tmf CDATA #REQUIRED
    adminlang CDATA #REQUIRED
    srclang CDATA #REQUIRED
    datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT note (#PCDATA)>
<!ELEMENT ude EMPTY>
END

printf 'Ships & <men> “left” in 1999.\n]]> 37 \033 \342\200\256came.\nOdd \377 bytes.\n' >"$work/a&b.en"
printf '1999 年 & 船走了。\n37 人来了。\n' >"$work/b.zh"
: >"$work/nothing"
for pair in 'a&b.en b.zh' 'b.zh a&b.en' 'b.zh b.zh' 'nothing b.zh'; do
    set -- $pair
    "$diptych" align --segmented --format tmx "$work/$1" "$work/$2" >"$work/out.tmx" 2>/dev/null
    xmllint --nonet --noout --dtdvalid "$work/tmx14.dtd" "$work/out.tmx" || exit 1
done
"$diptych" align --segmented --format tmx "$work/a&b.en" "$work/b.zh" >"$work/out.tmx" 2>/dev/null
text=$(xmllint --nonet --xpath 'string(//tu[1]/tuv[@xml:lang="en"]/seg)' "$work/out.tmx")
[ "$text" = 'Ships & <men> “left” in 1999.' ] || {
    echo "tmx.sh: read back: $text" >&2
    exit 1
}
