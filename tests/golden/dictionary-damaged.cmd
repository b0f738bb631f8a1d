XDG_DATA_HOME=$PWD/damaged; export XDG_DATA_HOME
printf '股 股 [gu3] /share/\n' >one.u8
"$DIPTYCH" dictionary add one.u8
cd damaged/diptych/dictionaries
head -c 200 one.dictionary >half.dictionary
sed 's/share/shore/' one.dictionary >changed.dictionary
: >empty.dictionary
"$DIPTYCH" dictionary list 2>&1 | sed "s|$PWD/||"
"$DIPTYCH" dictionary remove half changed empty none/one .. && echo removed; ls
