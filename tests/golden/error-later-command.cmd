for word in align lookup concordance figures dictionary search note export add; do "$DIPTYCH" $word x || echo $?; done
