"$DIPTYCH" show loose.txt
