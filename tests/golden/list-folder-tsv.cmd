"$DIPTYCH" list vault --format tsv
