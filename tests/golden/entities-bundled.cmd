"$DIPTYCH" entities --collection "$COLLECTION" weibo-stake.zh | head -5
