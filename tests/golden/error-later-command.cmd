for word in concordance figures search note export add; do "$DIPTYCH" $word x || echo $?; done
