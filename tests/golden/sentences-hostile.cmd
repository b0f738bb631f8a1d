"$DIPTYCH" sentences --format tsv hostile/controls.md
