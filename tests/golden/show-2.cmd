"$DIPTYCH" show --width 2 other-story.zh
