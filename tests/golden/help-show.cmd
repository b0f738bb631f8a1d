"$DIPTYCH" help show; "$DIPTYCH" show --help
