"$DIPTYCH" entity OpenSkies; "$DIPTYCH" entity 'Nobody at all'
