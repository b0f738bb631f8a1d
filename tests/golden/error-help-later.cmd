"$DIPTYCH" help add
