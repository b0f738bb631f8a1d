"$DIPTYCH" show tael; "$DIPTYCH" nothing-like-it
