for word in search export add; do "$DIPTYCH" $word x || echo $?; done
