"$DIPTYCH" check bad --format json 2>/dev/null | sed -n 1,3p
