"$DIPTYCH" --collection "$COLLECTION" figures --format tsv weibo-stake.en weibo-stake.zh; "$DIPTYCH" --collection "$COLLECTION" figures weibo-stake.en nowhere
