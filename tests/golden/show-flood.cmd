"$DIPTYCH" show hostile/flood.txt
