for word in entities entity align lookup concordance coverage search note export add; do "$DIPTYCH" $word x || echo $?; done
