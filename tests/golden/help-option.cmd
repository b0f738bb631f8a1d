"$DIPTYCH" help >usage; "$DIPTYCH" -h | cmp - usage && "$DIPTYCH" --help | cmp - usage && echo same
