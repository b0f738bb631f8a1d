XDG_DATA_HOME=$PWD/notes-remove; export XDG_DATA_HOME
one=$("$DIPTYCH" note add --quote 'did not do well' tale.en)
two=$("$DIPTYCH" note add --quote 'Nobody at all' tale.en)
"$DIPTYCH" note remove "$one"; echo $?
"$DIPTYCH" note remove "$one" "$two" 2>&1 | sed "s/$one/ONE/"
"$DIPTYCH" note list; echo $?
