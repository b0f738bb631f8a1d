# A line at the beginning that is a day and no more tells when a text was published: weekdays and bare days are dated by
# it, and neither the line nor who wrote is told as a fact.
mkdir -p sent
printf 'Ship refloated\n\nBy Jo Weir — jo@herald.example\nMarch 30, 2021\n\nThe ship came free on Monday after 10 tugs pulled it. The backlog of 422 ships takes more than three days to clear, the canal office said.\n' >sent/a.txt
printf '货轮脱困\n\n发布时间：2021-03-30 08:57\n\n货轮29日脱困，10艘拖船参与拖曳。\n\n运河管理局表示，422艘船的积压要三天半才能清完。\n' >sent/b.txt
printf 'Ship is free\n\nPublished: 30 March 2021\n\nThe last case was less than a year ago. The ship is free since Monday.\n' >sent/c.txt
"$DIPTYCH" compare --format tsv sent/a.txt sent/b.txt | grep -E '^(date|passage)' | cut -f 1,2,7,8
"$DIPTYCH" compare --format markdown sent/a.txt sent/b.txt | grep '^- .*sent/.*(T'
"$DIPTYCH" timeline --format tsv sent/a.txt sent/b.txt sent/c.txt | cut -f 1-3,6
