for term in stake SOLD 股權 'minority stake'; do
    "$DIPTYCH" concordance --collection "$COLLECTION" --format tsv "$term" 11-main-sale.en 11-main-sale.zh
done
"$DIPTYCH" concordance --collection "$COLLECTION" --format tsv Zulily
