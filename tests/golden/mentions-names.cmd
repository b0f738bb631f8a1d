"$DIPTYCH" --collection names mentions --format tsv t.en t.zh
