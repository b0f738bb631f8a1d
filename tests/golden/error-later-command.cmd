for word in entities entity concordance figures coverage search note export add; do "$DIPTYCH" $word x || echo $?; done
