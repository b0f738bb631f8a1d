"$DIPTYCH" show --width 0 tale
