"$DIPTYCH" add x || echo $?
