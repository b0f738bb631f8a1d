"$DIPTYCH" --collection "$COLLECTION" show --width 100 --beside 11-main-opensky.zh 11-main-sale | sed -n 1,24p
