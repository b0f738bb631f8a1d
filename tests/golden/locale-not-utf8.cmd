LC_ALL=C "$DIPTYCH" show --width 40 tale.zh | sed -n 1,3p
