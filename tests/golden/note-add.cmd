masked() { sed 's/[0-9a-hjkmnp-tv-z]\{12\}/ID/; s/20[0-9-]*T[0-9:]*Z/TIME/g'; }
XDG_DATA_HOME=$PWD/notes-add; export XDG_DATA_HOME
"$DIPTYCH" note add --quote 'did not do well' --comment 'How *badly*?' --tag shops --tag 店 --kind question tale.en | masked
"$DIPTYCH" note add --quote '一家店' --prefix '开了' tale.zh | masked
"$DIPTYCH" note add --quote '“Nobody at all.”' --tag quote tale.en | masked
"$DIPTYCH" note add --quote 'Ma' --suffix ' opened' --kind link --comment 'He is [[ma|Jack Ma]].' tale.en | masked
"$DIPTYCH" note list --format tsv | masked
echo; "$DIPTYCH" note list --format json --tag shops tale.en | masked
echo; "$DIPTYCH" note list --format tsv tale.zh | masked
echo; "$DIPTYCH" note list --kind highlight --format tsv | masked
"$DIPTYCH" note list --until 2014; echo $?
