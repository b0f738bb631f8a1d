printf 'One of them, no one, 11Main.com.\n' >n.txt; "$DIPTYCH" figures --format tsv ./n.txt
