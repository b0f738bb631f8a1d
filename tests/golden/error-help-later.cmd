"$DIPTYCH" help coverage
