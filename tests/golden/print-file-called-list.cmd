"$DIPTYCH" ./list; "$DIPTYCH" -- list; "$DIPTYCH" -- --width
