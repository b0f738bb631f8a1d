"$DIPTYCH" help concordance
