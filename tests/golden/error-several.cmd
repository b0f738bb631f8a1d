"$DIPTYCH" --collection "$COLLECTION" show 11-main
