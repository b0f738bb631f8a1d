"$DIPTYCH" check broken
