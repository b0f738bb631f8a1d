"$DIPTYCH" lookup --collection "$COLLECTION" account balances
"$DIPTYCH" lookup --collection "$COLLECTION" --format json 控股权𠀀
