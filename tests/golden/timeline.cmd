"$DIPTYCH" --collection "$COLLECTION" timeline --format tsv 11-main-sale.en 11-main-sale.zh 11-main-opensky.en 11-main-opensky.zh
