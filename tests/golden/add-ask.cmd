mkdir add-ask && cd add-ask && cp -r ../shelf .
export XDG_DATA_HOME=$PWD/data-of-ask
unset DIPTYCH_COLLECTION
echo '这里没有日期也没有来源。这里没有日期也没有来源，一个字也没有，所以要问一问读者才能知道。' >asked.txt
printf '\ncity\n新华社\n-\n' | "$DIPTYCH" add --ask asked.txt 2>&1
head -8 data-of-ask/diptych/library/articles/asked.txt
