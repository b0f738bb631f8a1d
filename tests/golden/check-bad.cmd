"$DIPTYCH" check bad
