"$DIPTYCH" other-story tale.zh
