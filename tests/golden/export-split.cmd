XDG_DATA_HOME=$PWD/export-split; export XDG_DATA_HOME
masked() { sed 's/[0-9a-hjkmnp-tv-z]\{12\}/ID/g; s/20[0-9-]*T[0-9:]*Z/TIME/g'; }
printf 'A loose report.\n\nIt says little.\n' >'loose: "one".txt'
"$DIPTYCH" note add --quote 'did not do well' --comment 'why?' --kind question --tag shops tale.en >made
"$DIPTYCH" note add --quote '一家店' --prefix '开了' tale.zh >>made
"$DIPTYCH" note add --quote 'It says little.' --tag 'a b' 'loose: "one".txt' >>made
"$DIPTYCH" export --split article --callouts -o mynotes; echo $?
cd mynotes; for file in *; do echo "$file" | sed 's/-[0-9a-f]\{6\}\.md/-HASH.md/'; done
masked <tale.en.md
cp -R . ../before; echo 'My own words.' >>tale.en.md; cp tale.en.md ../mine.md
cd ..
"$DIPTYCH" export --split article --callouts -o mynotes; cmp mynotes/tale.en.md mine.md && echo kept
"$DIPTYCH" note add --quote 'a clerk' tale.en >>made
"$DIPTYCH" export --split article --callouts -o mynotes tale.en
cmp mynotes/tale.zh.md before/tale.zh.md && grep -c '^<!-- diptych:note' mynotes/tale.en.md; grep 'My own' mynotes/tale.en.md
echo '--- front'
printf -- '---\n{{>keys}}tags:\n{{#each_tag}}  - {{.}}\n{{/each_tag}}---\n' >front.mustache
printf 'title: {{{quoted.title}}}\nnotes: {{count}}\n' >keys.mustache
"$DIPTYCH" export --split article --front front.mustache -o own tale.en && sed '/^---$/,/^---$/!d' own/tale.en.md
echo '--- paths'
grep -l "$PWD" mynotes/*; "$DIPTYCH" export --format json | grep -c "$PWD"
"$DIPTYCH" export --format tsv --with-paths | grep -c "$PWD"
for format in markdown html text; do
    "$DIPTYCH" export --annotated --format $format 'loose: "one".txt' | grep -c -e "$PWD" -e "a b"
done
"$DIPTYCH" export --format csv -o notes.csv; head -c 5 notes.csv | od -An -c
"$DIPTYCH" export --format csv --no-bom -o plain.csv; head -c 2 plain.csv; echo
echo '--- by article'
printf '{{#articles}}{{{title}}}:{{#notes}} {{{quote}}}{{^last}},{{/last}}{{/notes}}\n{{/articles}}' >by.mustache
"$DIPTYCH" export --template by.mustache
: >nothing.mustache
"$DIPTYCH" export --template nothing.mustache -o nothing.txt && test -f nothing.txt && echo 'a file of nothing'
"$DIPTYCH" export --format bibtex tale.en
echo '--- refused'
for wish in '--split article' '--split year -o x' '--front front.mustache' \
    '--split article --format csv --front front.mustache -o x' '--split article --annotated -o x tale.en' \
    '--split article -o notes.csv' '--split article -o no/such' '--split article --front missing.mustache -o x'; do
    "$DIPTYCH" export $wish; echo $?
done
test -e x && echo made
exit 0
