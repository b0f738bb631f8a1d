"$DIPTYCH" show tale
