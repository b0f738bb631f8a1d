"$DIPTYCH" --width 30 other-story other-story.zh vault/note.md
