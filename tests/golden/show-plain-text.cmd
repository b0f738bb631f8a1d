"$DIPTYCH" show --width 40 other-story
