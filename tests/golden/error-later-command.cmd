for word in search note export add; do "$DIPTYCH" $word x || echo $?; done
