"$DIPTYCH" coverage --collection "$COLLECTION" --width 40 weibo-stake.en weibo-stake.zh going-global.en | head -30
