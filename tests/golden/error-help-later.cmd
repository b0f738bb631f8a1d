"$DIPTYCH" help align
