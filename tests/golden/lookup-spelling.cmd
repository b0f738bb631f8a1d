XDG_DATA_HOME=$PWD/lookup-spelling; export XDG_DATA_HOME
printf '交付 交付 [jiao1 fu4] /fulfillment of an order/to hand over/\n色彩 色彩 [se4 cai3] /colour/\n劇院 剧院 [ju4 yuan4] /theater/\n四 四 [si4] /four/\n' >spelling_ts.u8
"$DIPTYCH" dictionary add spelling_ts.u8 >added
for term in fulfilment 'fulfilments of an order' fulfillment colors theatres 'for'; do
    echo "[$term]"
    "$DIPTYCH" lookup --format tsv "$term" | sed 1d
done
