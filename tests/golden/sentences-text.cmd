"$DIPTYCH" sentences tale other-story
