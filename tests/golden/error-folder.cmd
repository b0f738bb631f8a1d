"$DIPTYCH" show vault; "$DIPTYCH" show folder.md
