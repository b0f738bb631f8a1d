"$DIPTYCH" --collection "$COLLECTION" figures --format json weibo-stake.zh
