"$DIPTYCH" coverage --collection "$COLLECTION" 11-main-opensky.en 11-main-sale.en --width 60 | head -12
