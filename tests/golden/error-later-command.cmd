for word in entities entity figures coverage search note export add; do "$DIPTYCH" $word x || echo $?; done
