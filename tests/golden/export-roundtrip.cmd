XDG_DATA_HOME=$PWD/export-roundtrip; export XDG_DATA_HOME
"$DIPTYCH" note add --quote 'did not do well' --comment "$(printf 'Tab\t, escape \033[31m, bidi \342\200\256,\n<b> "quote" \\ ')" --tag shops --tag 店 --kind question tale.en >made
"$DIPTYCH" note add --quote '一家店' --prefix '开了' tale.zh >>made
"$DIPTYCH" note add --quote 'Ma' --suffix ' opened' --kind link --comment 'He is [[ma|Jack Ma]].' tale.en >>made
"$DIPTYCH" note add --quote 'belongs to nothing' ./loose.txt >>made
"$DIPTYCH" export --format json >first.json
XDG_DATA_HOME=$PWD/export-roundtrip-2
"$DIPTYCH" note import first.json
"$DIPTYCH" export --format json >second.json
cmp first.json second.json && echo the same
