XDG_DATA_HOME=$PWD/note-deleted; export XDG_DATA_HOME
"$DIPTYCH" note deleted; echo $?
one=$("$DIPTYCH" note add --quote 'did not do well' --comment why tale.en)
"$DIPTYCH" note remove "$one"
"$DIPTYCH" note list; echo $?
"$DIPTYCH" note deleted --format tsv | cut -f 2,3,5,6
test "$("$DIPTYCH" note restore "$one")" = "$one"; echo $?
"$DIPTYCH" note list --format tsv | cut -f 2,3,8,9
"$DIPTYCH" note restore "$one" 2>&1 | sed "s/$one/ONE/"
"$DIPTYCH" note remove "$one"; "$DIPTYCH" note empty; echo $?
"$DIPTYCH" note deleted; echo $?
