"$DIPTYCH" ./missing.md; "$DIPTYCH" shelf/collection.yaml/x
