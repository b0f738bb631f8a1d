for word in version --version -v; do "$DIPTYCH" $word | sed "s/[0-9][0-9.]*/N/"; done
