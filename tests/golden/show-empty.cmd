"$DIPTYCH" show hostile/empty.md
