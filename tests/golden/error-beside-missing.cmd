"$DIPTYCH" show --beside gone tale; "$DIPTYCH" show --beside tale gone
