for word in concordance search export add; do "$DIPTYCH" $word x || echo $?; done
