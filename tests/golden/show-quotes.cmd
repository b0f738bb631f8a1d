"$DIPTYCH" show --width 40 hostile/quotes.md | wc -c | awk "{ print (\$1 < 4000000) }"
