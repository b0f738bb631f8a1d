"$DIPTYCH" --beside tale tale.zh
