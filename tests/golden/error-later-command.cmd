for word in concordance search add; do "$DIPTYCH" $word x || echo $?; done
