"$DIPTYCH" check names
