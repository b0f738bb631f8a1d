"$DIPTYCH" check links
