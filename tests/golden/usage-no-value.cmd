"$DIPTYCH" list --format
