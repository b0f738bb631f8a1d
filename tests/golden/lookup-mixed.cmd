XDG_DATA_HOME=$PWD/lookup-mixed; export XDG_DATA_HOME
printf 'P圖 P图 [P tu2] /to doctor a picture/\n母胎solo 母胎solo [mu3 tai1 so1 lou2] /single since birth/\n4S店 4S店 [si4 S dian4] /car dealer'"'"'s/\n' >mixed_ts.u8
"$DIPTYCH" dictionary add mixed_ts.u8 >added
for term in P图 ｐ圖 母胎ＳＯＬＯ 我在４Ｓ店 14S店 'car dealers' 'ＤＯＣＴＯＲ a picture'; do
    "$DIPTYCH" lookup --format tsv "$term" | sed 1d
done
