printf 'N\bNA\bAM\bME\bE\n       _\bl_\bs - list \033[1mnames\033[m\n' | "$DIPTYCH" show -
printf 'nothing \033[2J but text\n' | "$DIPTYCH"
printf 'a pipe\n' | { "$DIPTYCH" show /dev/fd/3 3<&0 </dev/null; }
printf 'beside\n' | "$DIPTYCH" show --width 30 --beside - loose.txt | head -n 1
