"$DIPTYCH" list vault
