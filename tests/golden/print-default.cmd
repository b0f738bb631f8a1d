"$DIPTYCH" --width 60
