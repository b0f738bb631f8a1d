"$DIPTYCH" list vault --format json
