"$DIPTYCH" list --format tsv
