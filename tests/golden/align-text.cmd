# Scores are left out: the last digit is the machine's business.
plain() { sed 's/[01][.][0-9][0-9][0-9]*/N/g'; }
printf 'The lamp is out.\nShe left in 1999\342\200\256 & <cried>.\n' >x.en
printf '灯灭了。\n她 1999 年走了，哭了。\n' >x.zh
"$DIPTYCH" align --segmented x.en x.zh | plain
"$DIPTYCH" align --segmented --format json x.en x.zh | plain
"$DIPTYCH" align --segmented --format tmx x.en x.zh | plain
# Chinese of our days has more Latin letters than characters and is Chinese all the same.
printf 'They rewrote the service in TypeScript.\nIt left PostgreSQL for ClickHouse and kept OpenTelemetry.\n' >tech-a.txt
printf '他们用 TypeScript 重写了服务。\n数据从 PostgreSQL 迁到 ClickHouse，OpenTelemetry 留用。\n' >tech-b.txt
"$DIPTYCH" align --segmented --format tmx tech-b.txt tech-a.txt | plain
