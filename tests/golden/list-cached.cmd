XDG_CACHE_HOME=$PWD/cache; export XDG_CACHE_HOME
"$DIPTYCH" list >first && "$DIPTYCH" list >second && cmp first second && ls cache/diptych | wc -l | tr -d " "
