"$DIPTYCH" help search
