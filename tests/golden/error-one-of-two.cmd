"$DIPTYCH" show --width 30 gone other-story.zh
