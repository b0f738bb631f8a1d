"$DIPTYCH" help figures
