XDG_DATA_HOME=$PWD/answers; export XDG_DATA_HOME
"$DIPTYCH" note import --collection "$COLLECTION" "$COLLECTION/answers.json"
"$DIPTYCH" note list --collection "$COLLECTION" --tag answer --format tsv | cut -f 3,6,7,9
