"$DIPTYCH" show "$(printf "x\033[2J\n\342\200\256y")"
