"$DIPTYCH" show --beside tale tale other-story
