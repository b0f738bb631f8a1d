"$DIPTYCH" sentences hostile/empty.md
