printf x | "$DIPTYCH" show - -
