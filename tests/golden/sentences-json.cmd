"$DIPTYCH" sentences --format json other-story.zh
