"$DIPTYCH" list
