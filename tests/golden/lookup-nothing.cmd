for term in nothingatall '' ' ' '…' '/' '(' "$(printf '\033[2J')"; do "$DIPTYCH" lookup --format tsv "$term"; echo $?; done
"$DIPTYCH" lookup
