"$DIPTYCH" --format=json list
