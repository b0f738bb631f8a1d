"$DIPTYCH" --collection "$COLLECTION" figures 11-main-sale.en 11-main-opensky.zh
