XDG_DATA_HOME=$PWD/kinds; export XDG_DATA_HOME
printf '# HanDeDict\n貓 猫 [mao1] /Katze (S)/\n' >handedict.u8
printf 'word,phonetic,definition,translation\nstake,steik,,"n. 股份, 赌注"\n' >ecdict.csv
printf '靚仔 靓仔 [liang4 zai3] {leng3 zai2} /handsome man/ # by hand\n' >canto.u8
printf 'stake\tA\tN\n' >freedict-eng-deu.index
printf 'stake\nAnteil\n' >freedict-eng-deu.dict
"$DIPTYCH" dictionary add --format tsv handedict.u8 ecdict.csv canto.u8 freedict-eng-deu.index
"$DIPTYCH" lookup --format tsv stake
"$DIPTYCH" lookup --format tsv 靓仔
# A smaller one asks for a flag before it takes the place of a larger one.
printf '一 一 [yi1] /one/\n二 二 [er4] /two/\n' >pair.u8
printf '三 三 [san1] /three/\n' >pair.txt
"$DIPTYCH" dictionary add --format tsv --languages zh-en pair.u8
"$DIPTYCH" dictionary add --format tsv pair.txt </dev/null; echo $?
"$DIPTYCH" dictionary add --format tsv --replace pair.txt; echo $?
"$DIPTYCH" dictionary add --languages chinese pair.txt; echo $?
