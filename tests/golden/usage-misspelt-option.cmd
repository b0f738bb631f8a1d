"$DIPTYCH" show --widht 3 tale
