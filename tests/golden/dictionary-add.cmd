XDG_DATA_HOME=$PWD/add; export XDG_DATA_HOME
printf '# CC-CEDICT\n股權 股权 [gu3 quan2] /equity shares/stock right/\n賣 卖 [mai4] /to sell/\n' >cedict_ts.u8
gzip -9n <cedict_ts.u8 >cedict_1_0_ts_utf-8_mdbg.txt.gz
"$DIPTYCH" dictionary add cedict_ts.u8 && "$DIPTYCH" dictionary add --format tsv cedict_1_0_ts_utf-8_mdbg.txt.gz
printf '股 股 [gu3] /share/\n' >other.txt
"$DIPTYCH" dictionary add other.txt && "$DIPTYCH" dictionary list --format json && ls add/diptych/dictionaries
"$DIPTYCH" dictionary remove cedict other && "$DIPTYCH" dictionary list --format tsv
