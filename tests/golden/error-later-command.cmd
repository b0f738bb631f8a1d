for word in entities entity lookup concordance coverage search note export add; do "$DIPTYCH" $word x || echo $?; done
