for word in entities entity align lookup concordance figures coverage dictionary search note export add; do "$DIPTYCH" $word x || echo $?; done
