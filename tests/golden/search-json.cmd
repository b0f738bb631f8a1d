"$DIPTYCH" --collection "$COLLECTION" search --format json 改弦
