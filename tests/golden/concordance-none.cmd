for term in nothingatall '' ' ' '…' "$(printf '\033[2J')"; do "$DIPTYCH" concordance --format tsv "$term"; echo $?; done
"$DIPTYCH" concordance nothingatall
