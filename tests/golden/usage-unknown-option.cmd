"$DIPTYCH" --foo
