"$DIPTYCH" --collection bad
