# --encoding reads a file as what somebody knows it to be; one that is not known is told.
printf '\307\320\301\326 \257\336 caf\351\n' >odd.txt
"$DIPTYCH" show --encoding windows-1251 odd.txt
"$DIPTYCH" show --encoding latin1 odd.txt
"$DIPTYCH" sentences --format tsv --encoding=GB18030 odd.txt
printf '<html><head><meta charset="utf-8"><title>Bridge</title></head><body><p>\307\305\310\311 and a bridge that is long enough to be read as an article, told in a sentence or two.</p></body></html>' >odd.html
"$DIPTYCH" show --width 200 --encoding gb2312 odd.html
"$DIPTYCH" show --encoding klingon odd.txt
echo $?
"$DIPTYCH" show --encoding '' odd.txt
echo $?
# The list has the titles of files in any encoding.
mkdir mixed
printf '\266\311\277\332\264\345\302\364\265\364\301\313\266\311\264\254\012\012\266\311\277\332\264\345\260\321\316\250\322\273\265\304\322\273\314\365\264\254\302\364\301\313\241\243\012' >mixed/gb.txt
printf '# Z\374rich\012\012Na\357ve caf\351s.\012' >mixed/latin.md
"$DIPTYCH" list mixed --format tsv
