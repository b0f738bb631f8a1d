"$DIPTYCH" help frobnicate
