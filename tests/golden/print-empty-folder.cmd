"$DIPTYCH" empty
