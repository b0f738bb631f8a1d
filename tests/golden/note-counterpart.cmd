XDG_DATA_HOME=$PWD/counterpart; export XDG_DATA_HOME
"$DIPTYCH" note add --quote 'did not do well' --counterpart 生意并不好 tale.en >made; echo $?
"$DIPTYCH" note add --quote 'a clerk' --counterpart auto tale.en >>made; echo $?
"$DIPTYCH" note add --quote '一家店' --prefix '开了' --counterpart auto tale.zh >>made; echo $?
"$DIPTYCH" note add --quote 'the letters' --counterpart 店 tale.en; echo $?
"$DIPTYCH" note add --quote 'the letters' --counterpart nowhere tale.en; echo $?
printf 'Alone.\n' >alone.txt
"$DIPTYCH" note add --quote 'Alone' --counterpart auto alone.txt >>made; echo $?
"$DIPTYCH" note add --quote 'Alone' --counterpart 'x y' alone.txt; echo $?
"$DIPTYCH" note add --quote 'by 2015' --kind link --comment 'to [[opensky]]' tale.en >>made
"$DIPTYCH" note add --quote 'by 2015' --kind link --comment 'to [[OpenSky|them]]' tale.en >>made
"$DIPTYCH" note add --quote 'by 2015' --kind link --comment 'to [[no such name]]' tale.en >>made
"$DIPTYCH" export --format tsv | cut -f 8,22,25,31
# A file outside the collection has its versions beside it, by their names.
printf 'At six the keeper lit 37 lamps.\n\nNobody came.\n' >quay.en.txt
printf '六点，看守人点亮 37 盏灯。\n\n谁也没有来。\n' >quay.zh.txt
"$DIPTYCH" note add --quote '37 lamps' --counterpart auto quay.en.txt >>made; echo $?
"$DIPTYCH" note add --quote 'Nobody' --counterpart 谁也 quay.en.txt >>made; echo $?
"$DIPTYCH" export --format tsv quay.en.txt | cut -f 8,22 | grep -v '^exact'
