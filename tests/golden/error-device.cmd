"$DIPTYCH" show /dev/zero; "$DIPTYCH" sentences /dev/null
