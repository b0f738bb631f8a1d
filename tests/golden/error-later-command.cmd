for word in concordance figures search add; do "$DIPTYCH" $word x || echo $?; done
