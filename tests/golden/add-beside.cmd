mkdir add-beside && cd add-beside
export XDG_DATA_HOME=$PWD/data XDG_CACHE_HOME=$PWD/cache
unset DIPTYCH_COLLECTION
mkdir -p "$XDG_DATA_HOME"
printf 'The ferry sank in 2031.\n' >ferry.txt
"$DIPTYCH" add ferry.txt >/dev/null 2>&1; echo $?
"$DIPTYCH" list --format tsv | cut -f 1
"$DIPTYCH" figures --format tsv weibo-stake.zh | sed -n 1,2p
"$DIPTYCH" figures --format tsv ferry | cut -f 5
"$DIPTYCH" coverage --format tsv --in weibo-stake.en --not-in 11-main-sale.en | cut -f 1 | sed -n 1,2p
"$DIPTYCH" show --width 100 --beside weibo-stake.zh ferry.txt | sed -n 1p
