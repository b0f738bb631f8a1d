XDG_DATA_HOME=$PWD/notes-hostile; export XDG_DATA_HOME
"$DIPTYCH" note add --quote 'clerk' --comment "$(printf '\033[31mred\007\n\tx\\ \342\200\256\377')" --tag "$(printf 'a\033]0;b')" tale.en | wc -c
"$DIPTYCH" note list --format tsv | cut -f 7-9
"$DIPTYCH" note list --format json | grep -c '\\u001b\[31m'
long=$(awk 'BEGIN { for (i = 0; i < 100000; i++) printf "0123456789" }')
printf '[{"type":"Annotation","bodyValue":"%s","target":{"source":"tale.en","selector":{"type":"TextQuoteSelector","exact":"Nobody at all"}}}]' "$long" >long.json
"$DIPTYCH" note import long.json >/dev/null; echo $?
"$DIPTYCH" note list --format tsv | awk -F '\t' '{ print length($8) }'
