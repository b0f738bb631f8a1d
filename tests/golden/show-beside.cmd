"$DIPTYCH" show --beside tale.zh tale
