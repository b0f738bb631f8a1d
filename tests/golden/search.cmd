"$DIPTYCH" --collection "$COLLECTION" search --format tsv 37%
"$DIPTYCH" --collection "$COLLECTION" search --format tsv minority stake
