"$DIPTYCH" check vault
