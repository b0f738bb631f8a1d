mkdir -p own/entities
printf -- '---\nnames: {en: Northwind Ferries, zh: 北风渡轮}\naliases: [Northwind]\ntype: company\n---\nA firm.\n' >own/entities/northwind.md
printf 'Northwind Ferries lost a boat on Monday, Northwind said.\n' >own/loss.en.txt
printf '北风渡轮周一损失了一条船。\n' >own/loss.zh.txt
"$DIPTYCH" mentions --collection own --format tsv loss.en loss.zh
