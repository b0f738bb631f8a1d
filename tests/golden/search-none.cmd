"$DIPTYCH" --collection "$COLLECTION" search zzznothing
