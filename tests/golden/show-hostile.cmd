"$DIPTYCH" show hostile/controls.md
