"$DIPTYCH" check "$COLLECTION" 2>/dev/null
