"$DIPTYCH" show
