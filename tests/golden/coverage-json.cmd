printf 'Sina.\n' >"$(printf 'tab\there.txt')"
"$DIPTYCH" coverage --collection "$COLLECTION" --format json weibo-stake.en ./tab*.txt | grep sina\"
"$DIPTYCH" coverage --collection "$COLLECTION" --format tsv ./tab*.txt
