"$DIPTYCH" show --width 2 hostile/line.txt | sed 1q
