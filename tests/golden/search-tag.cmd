mkdir search-tag && cd search-tag && cp -r ../shelf . && export XDG_DATA_HOME=$PWD/data
"$DIPTYCH" search --format tsv 'tag:read shop'; echo $?
"$DIPTYCH" note add --quote 'Nobody came' --tag read tale.en >/dev/null
"$DIPTYCH" search --format tsv 'tag:read shop' | cut -f1-3
echo '-- without'; "$DIPTYCH" search --format tsv -- '-tag:read shop'; echo $?
