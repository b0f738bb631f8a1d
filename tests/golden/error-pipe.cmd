"$DIPTYCH" show pipe.md
