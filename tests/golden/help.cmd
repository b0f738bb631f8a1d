"$DIPTYCH" help
