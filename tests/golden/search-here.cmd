mkdir search-here && cd search-here
printf 'The ferry sank in 2031.\n' >ferry.en.txt
"$DIPTYCH" search --format tsv sank .; echo $?
"$DIPTYCH" search --format tsv sank ./ | wc -l
