printf 'Nobody we know.\n' >n.txt; "$DIPTYCH" mentions ./n.txt ./gone.txt; echo $?
