"$DIPTYCH" show --width 40 tale
