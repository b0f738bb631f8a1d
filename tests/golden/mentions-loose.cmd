mkdir -p clips; printf 'OpenSky, 收购OpenSky。\n' >clips/one.txt
"$DIPTYCH" mentions --collection clips --format tsv one clips
