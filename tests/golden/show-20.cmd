"$DIPTYCH" show --width 20 tale
