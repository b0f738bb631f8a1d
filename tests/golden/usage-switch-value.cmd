"$DIPTYCH" --fresh=1 tale
