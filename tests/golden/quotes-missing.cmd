"$DIPTYCH" quotes ./gone.txt; echo $?; "$DIPTYCH" quotes
