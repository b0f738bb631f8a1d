XDG_DATA_HOME=$PWD/broken-lines; export XDG_DATA_HOME
printf '股 股 [gu3] /share/\nnothing here\n賣 卖 mai4 /to sell/\n賣 卖 [mai4] //\n股權 股权 [gu3 qu' >broken.u8
"$DIPTYCH" dictionary add broken.u8
{ cat broken.u8; echo; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do echo x; done; } >many.u8
"$DIPTYCH" dictionary add many.u8 2>&1 | sed -n '1p;19,$p'
printf '\271\311 \271\311 [gu3] /share/\n' >gbk.u8
"$DIPTYCH" dictionary add --format tsv gbk.u8
