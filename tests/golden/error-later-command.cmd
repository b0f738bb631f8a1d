for word in concordance figures search export add; do "$DIPTYCH" $word x || echo $?; done
