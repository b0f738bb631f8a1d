"$DIPTYCH" coverage --collection "$COLLECTION" --in 11-main-sale.en --not-in 11-main-opensky.en --format tsv | cut -f 1-4
"$DIPTYCH" coverage --collection "$COLLECTION" --in weibo-stake.en --not-in weibo-stake.zh; echo $?
printf 'Amazon.\n' >g.txt
"$DIPTYCH" coverage --collection "$COLLECTION" --in weibo-stake.en --in ./g.txt weibo-stake.en --format tsv
