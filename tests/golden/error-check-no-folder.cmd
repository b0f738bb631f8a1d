"$DIPTYCH" check missing
