COLUMNS=30 "$DIPTYCH" show other-story
