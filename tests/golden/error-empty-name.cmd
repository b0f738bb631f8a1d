"$DIPTYCH" show ""
