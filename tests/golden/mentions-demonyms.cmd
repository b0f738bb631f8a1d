"$DIPTYCH" --collection "$COLLECTION" mentions --format tsv --demonyms going-global.en | awk -F'\t' '$5 ~ /^(Chinese|Americans?|Swiss|Europeans?)$/ { print $4, $5 }' | sort | uniq -c | sed 's/^ *//'
"$DIPTYCH" --collection "$COLLECTION" mentions --format tsv going-global.en | cut -f5 | grep -c '^Chinese$'
