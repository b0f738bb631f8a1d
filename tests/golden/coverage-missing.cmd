"$DIPTYCH" coverage --collection "$COLLECTION" weibo-stake.zh ./gone.txt --in amazing
"$DIPTYCH" coverage --collection "$COLLECTION" weibo-stake.zh ./gone.txt --format tsv | head -2
"$DIPTYCH" coverage --vault ./gone; "$DIPTYCH" coverage --in . tale.en; "$DIPTYCH" list --in tale.en
