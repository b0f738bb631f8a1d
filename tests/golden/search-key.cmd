"$DIPTYCH" --collection "$COLLECTION" search --format tsv 收購
"$DIPTYCH" --collection "$COLLECTION" search --format tsv OPENSKÝ | cut -f1 | sort -u
