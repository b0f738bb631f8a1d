"$DIPTYCH" check
