"$DIPTYCH" entities --format tsv && "$DIPTYCH" entities tale.zh; echo $?
