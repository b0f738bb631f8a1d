printf 'OpenSky sold 37 percent of it.\n\nIt rained all day.\n' >a.txt
printf 'OpenSky 卖掉了 37%% 的股份。\n\n整天都在下雨。\n' >b.txt
"$DIPTYCH" concordance --format tsv sell ./a.txt ./b.txt
"$DIPTYCH" concordance --format tsv 股份 ./b.txt
"$DIPTYCH" concordance --format tsv sells ./a.txt ./nowhere-at-all.txt ./a.txt
