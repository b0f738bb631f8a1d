echo 'The firm paid 5 million dollars.' | "$DIPTYCH" figures - --format tsv | cut -f 1,4-6
echo 'The firm paid.' | "$DIPTYCH" list - --format tsv
