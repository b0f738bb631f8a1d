"$DIPTYCH" list tale vault/note.md --format tsv
