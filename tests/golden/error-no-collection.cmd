"$DIPTYCH" --collection missing list; "$DIPTYCH" --collection list list
