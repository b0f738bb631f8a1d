"$DIPTYCH" list --width 3
