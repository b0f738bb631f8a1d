"$DIPTYCH" check bad broken
