"$DIPTYCH" vault/sub
