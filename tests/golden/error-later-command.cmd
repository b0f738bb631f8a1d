for word in search add; do "$DIPTYCH" $word x || echo $?; done
