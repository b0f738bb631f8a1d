for word in concordance search note export add; do "$DIPTYCH" $word x || echo $?; done
