XDG_DATA_HOME=$PWD/import-own; export XDG_DATA_HOME
imported() { "$DIPTYCH" note import "$@" --format tsv | sed 1d | tr '\t\n' ': '; echo; }
shown() { "$DIPTYCH" note list --format tsv | cut -f 2,6,7,8; }
first=$("$DIPTYCH" note add --quote 'did not do well' --comment 'How *badly*? <b>' --tag 'big shops' --tag 店 tale.en)
"$DIPTYCH" note add --quote 'a clerk' tale.en >made
"$DIPTYCH" export -o own-notes.md
echo '--- as it was'; imported own-notes.md
echo '--- with edits'
sed 's/^> - How.*/> - How badly, then?\n>   And since when?/; s/^#big-shops/#big-shops #new/' own-notes.md >own-edited.md
sed -i '/^> a clerk/a >\n> - who?' own-edited.md
imported own-edited.md; shown
echo '--- the same again'; imported own-edited.md
echo '--- an older file'; sed 's/And since when/Until when/; s/20[0-9-]*T[0-9:]*Z/2015-01-01T00:00:00Z/g' own-edited.md >own-older.md
"$DIPTYCH" export --over-edits -o own-notes.md; sed 's/And since when/Because of whom/' own-notes.md >own-newer.md
imported own-newer.md; imported own-older.md; shown
echo '--- elsewhere'
XDG_DATA_HOME=$PWD/import-other; imported own-notes.md; shown; imported own-notes.md
"$DIPTYCH" export -o own-callouts.md --callouts; imported own-callouts.md
echo '--- nothing written over'
XDG_DATA_HOME=$PWD/import-own
"$DIPTYCH" export -o own-kept.md; sed -i 's/^> - who?/> - who else?/' own-kept.md; cp own-kept.md own-mine.md
"$DIPTYCH" export -o own-kept.md; echo $?; cmp own-kept.md own-mine.md && echo kept
"$DIPTYCH" export --split article -o own-vault; sed -i 's/^> - who?/> - who else?/' own-vault/tale.en.md; "$DIPTYCH" export --split article -o own-vault; echo $?
"$DIPTYCH" export --over-edits -o own-kept.md; grep -c 'who else' own-kept.md
imported own-mine.md; "$DIPTYCH" export --over-edits -o own-kept.md; grep 'who else' own-kept.md
echo '--- Org'
XDG_DATA_HOME=$PWD/import-org
"$DIPTYCH" note add --quote 'did not do well' --comment 'How *badly*? $5 or [[it]]
* a star' --tag 'big shops' --tag 店 tale.en >made
"$DIPTYCH" export --format org -o own.org; imported own.org
sed 's/^How/Oh, how/; s/:big_shops:/:big_shops:new:/' own.org >own-edited.org; cp own-edited.org own-mine.org
"$DIPTYCH" export --format org -o own-edited.org; echo $?; cmp own-edited.org own-mine.org && echo kept
imported own-edited.org; shown
sed -i 's/^Oh, how/Oh, so how/' own-edited.org; imported own-edited.org
"$DIPTYCH" export --over-edits --format org -o own-edited.org; grep -c 'Oh, how' own-edited.org; imported own-edited.org
XDG_DATA_HOME=$PWD/import-org-other; imported own-mine.org; shown; imported own-mine.org
