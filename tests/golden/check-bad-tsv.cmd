"$DIPTYCH" check bad --format tsv | sed -n 1,4p
