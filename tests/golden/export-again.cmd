XDG_DATA_HOME=$PWD/export-again; export XDG_DATA_HOME
masked() { sed 's/[0-9a-hjkmnp-tv-z]\{12\}/ID/g; s/20[0-9-]*T[0-9:]*Z/TIME/g'; }
first=$("$DIPTYCH" note add --quote 'did not do well' tale.en)
"$DIPTYCH" note add --quote 'a clerk' --tag who tale.en >made
"$DIPTYCH" export -o notes.md
"$DIPTYCH" export -o again.md && cmp notes.md again.md && echo same
sed "/^<!-- \/diptych:note $first/a\\
My own words." notes.md >mine.md
"$DIPTYCH" note remove "$first"
"$DIPTYCH" note add --quote 'the letters' --comment 'new' tale.en >>made
"$DIPTYCH" export -o mine.md tale.en
masked <mine.md
sed '/^<!-- \/diptych/d' notes.md >broken.md; cp broken.md kept.md
"$DIPTYCH" export -o broken.md 2>&1 | masked
cmp broken.md kept.md && echo untouched
"$DIPTYCH" export -o no/such/folder.md; echo $?
"$DIPTYCH" export -o .; echo $?
ln -s notes.md link.md; "$DIPTYCH" export -o link.md && test -h link.md && cmp link.md notes.md && echo linked
mkdir gone; cp -R shelf/* gone
"$DIPTYCH" --collection gone note add --quote 'did not do well' tale.en >made
mv gone/articles/tale.en.md gone/articles/renamed.en.md
"$DIPTYCH" --collection gone export --annotated --format text renamed.en | grep '{1}'
"$DIPTYCH" --collection gone export --annotated tale.en; echo $?
