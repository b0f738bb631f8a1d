# Soft hyphens, zero-width characters and byte order marks in words hide nothing; offsets count them.
mkdir hidden hidden/articles hidden/entities
cp "$COLLECTION/collection.yaml" hidden
cp "$COLLECTION/entities/alibaba.md" "$COLLECTION/entities/opensky.md" hidden/entities
printf 'The grocers sold Open\342\200\213Sky to Ali\302\255baba for $1\342\201\24075 mil\302\255lion, 12.5\357\273\277%% of it at once.\n\n阿里\342\200\213巴巴 bought.\n' >hidden/articles/sale.en.txt
"$DIPTYCH" mentions --collection hidden --format tsv sale.en
"$DIPTYCH" figures --collection hidden --format tsv sale.en
"$DIPTYCH" search --collection hidden --format tsv alibaba
"$DIPTYCH" search --collection hidden --format tsv 阿里巴巴
