"$DIPTYCH" vault/sub list
