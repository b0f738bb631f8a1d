"$DIPTYCH" --collection "$COLLECTION" list --format tsv
