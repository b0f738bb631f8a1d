"$DIPTYCH" sentences --format tsv tale.zh
