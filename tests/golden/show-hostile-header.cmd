"$DIPTYCH" show --beside tale hostile/controls.md | sed -n 1p
