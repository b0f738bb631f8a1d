"$DIPTYCH" list loose.txt
