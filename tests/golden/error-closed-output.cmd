"$DIPTYCH" list >&-
