for query in - OR 'OR OR' '-' '""' '*' 'lang:' 'lang:zh' '(((' '- - -'; do
    timeout 10 "$DIPTYCH" --collection "$COLLECTION" search -- "$query" </dev/null 2>&1; echo $?
done
