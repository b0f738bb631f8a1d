"$DIPTYCH" version 2
