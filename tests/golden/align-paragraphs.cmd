printf 'One shop. Two men.\n\nThe 37 doors were shut.\n\nNobody in 2015 came.\n' >y.en.txt
printf '一家店，两个人。\n\n37 扇门都关上了。2015 年没有人来。\n' >y.zh.txt
"$DIPTYCH" align --format tsv --unit paragraph y.en.txt y.zh.txt | sed 's/[01][.][0-9][0-9][0-9]/N/'
"$DIPTYCH" align --segmented --unit paragraph y.en.txt y.zh.txt
