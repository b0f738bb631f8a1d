"$DIPTYCH" concordance --collection "$COLLECTION" --width 60 stake weibo-stake.en 11-main-sale.en
"$DIPTYCH" concordance --collection "$COLLECTION" --format json 入股
