"$DIPTYCH" --collection "$COLLECTION" quotes --format tsv weibo-stake.en weibo-stake.zh
