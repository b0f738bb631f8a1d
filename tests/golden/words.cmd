XDG_DATA_HOME=$PWD/words; export XDG_DATA_HOME
"$DIPTYCH" words; echo $?
"$DIPTYCH" note add --quote 股份 --kind word --comment 'a "share"; stake' --tag 'at sea' --tag finance tale.zh >id
"$DIPTYCH" note add --quote shop --prefix 'opened a ' --kind word --tag known tale.en >>id
"$DIPTYCH" words --format tsv
"$DIPTYCH" words --format anki; echo $?
"$DIPTYCH" words --unknown --format json
"$DIPTYCH" words --tag known
"$DIPTYCH" note list; echo $?
"$DIPTYCH" note list --kind word --format tsv | cut -f 2,3,7,8,9
# What is exported comes in again, elsewhere, and not twice.
"$DIPTYCH" export --kind word --format json >words.json
XDG_DATA_HOME=$PWD/words-again
"$DIPTYCH" note import words.json
"$DIPTYCH" note import words.json
"$DIPTYCH" words --format tsv
"$DIPTYCH" words --format csv
"$DIPTYCH" words tale.en; echo $?
