"$DIPTYCH" show --width 5 --beside other-story.zh other-story.zh
