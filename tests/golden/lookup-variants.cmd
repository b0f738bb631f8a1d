XDG_DATA_HOME=$PWD/lookup-variants; export XDG_DATA_HOME
printf '盃 杯 [bei1] /variant of 杯[bei1]/\n杯 杯 [bei1] /cup/\n搾取 搾取 [zha4 qu3] /variant of 榨取[zha4 qu3]/\n榨取 榨取 [zha4 qu3] /to squeeze out/\n' >variants_ts.u8
"$DIPTYCH" dictionary add variants_ts.u8 >added
for term in 杯 盃 搾取 zhaqu 'zha4 qu3' zha3qu3; do
    echo "[$term]"
    "$DIPTYCH" lookup --format tsv "$term" | sed 1d
done
