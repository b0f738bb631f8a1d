"$DIPTYCH" list empty
