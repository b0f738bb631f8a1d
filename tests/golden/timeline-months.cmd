# A month or a day without a year: the past, unless the words speak of the future or it is near.
cat >en.txt <<'TEXT'
The ferry line stopped its night service in May. Two of its captains left in March, and the third will follow in April. The new quay opens on 20 January. Its cranes arrived in November.
TEXT
cat >zh.txt <<'TEXT'
五月份，轮渡公司停掉了夜班船，码头上一片冷清。新码头将于四月启用。3月8日，两名船长离开公司。
TEXT
for text in en zh; do
    "$DIPTYCH" timeline --published 2021-12-12 --format tsv ./$text.txt | cut -f 1,6
done
