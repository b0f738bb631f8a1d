printf 'Everybody knows that\tOpenSky is a shop. 收购OpenSky的公司。\n' >e.txt
"$DIPTYCH" entity ＯＰＥＮＳＫＹ ./e.txt --format tsv --width 30; "$DIPTYCH" entity OpenSky ./e.txt --format json
"$DIPTYCH" entity OpenSky tale.zh --format tsv
