"$DIPTYCH" show --width 40 --beside tale tale.zh
