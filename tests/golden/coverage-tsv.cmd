"$DIPTYCH" coverage --collection "$COLLECTION" --format tsv | head -4
