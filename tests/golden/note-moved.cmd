masked() { sed 's/[0-9a-hjkmnp-tv-z]\{12\}/ID/; s/20[0-9-]*T[0-9:]*Z/TIME/g'; }
XDG_DATA_HOME=$PWD/notes-moved; export XDG_DATA_HOME
cp -R shelf moving
edit() { sed "$1" moving/articles/"$2" >edited && cp edited moving/articles/"$2"; }
add() { "$DIPTYCH" --collection moving note add "$@" >/dev/null || echo "not added"; }
list() { "$DIPTYCH" --collection moving note list --format tsv | masked | cut -f 3-6,9; }
add --quote 'did not do well' tale.en
add --quote 'the sign over them, which had been painted with care' tale.en
add --quote 'said a clerk' tale.en
add --quote '马先生 2014 年 6 月在美国开了一家店' tale.zh
list
echo 'edited around and inside'
edit 's/^Mr\. Ma/It was long ago. Mr. Ma/; s/painted with care/painted with great care/; s/ said a clerk\.//' tale.en.md
list
echo 'renamed, then moved with the other one gone'
mv moving/articles/tale.zh.md moving/articles/shops.zh.md
list
echo 'to be reviewed'
"$DIPTYCH" --collection moving note review --format tsv | masked
echo 'gone'
rm moving/articles/tale.en.md
list
"$DIPTYCH" --collection moving note review --format json tale.en | masked
