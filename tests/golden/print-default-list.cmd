"$DIPTYCH" --collection vault/sub
