XDG_DATA_HOME=$PWD/lookup; export XDG_DATA_HOME
printf '股權 股权 [gu3 quan2] /equity shares/stock right/\n賣 卖 [mai4] /to sell/to betray/\n權 权 [quan2] /right/\n' >cedict_ts.u8
"$DIPTYCH" dictionary add cedict_ts.u8 >added
for term in 股权 股權 阿里巴巴集团 sold 'account balances' OpenSky; do
    "$DIPTYCH" lookup --collection "$COLLECTION" --format tsv "$term"
done
