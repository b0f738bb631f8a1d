"$DIPTYCH" show oth
