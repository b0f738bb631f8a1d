"$DIPTYCH" concordance --collection "$COLLECTION" stake weibo-stake.en
"$DIPTYCH" concordance --collection "$COLLECTION" --format json 入股
