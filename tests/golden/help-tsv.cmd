"$DIPTYCH" help --format tsv
