"$DIPTYCH" other-story
