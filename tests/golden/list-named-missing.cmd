"$DIPTYCH" list tael tale.zh
