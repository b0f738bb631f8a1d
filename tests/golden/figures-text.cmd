"$DIPTYCH" --collection "$COLLECTION" figures 11-main-sale
