# Scores are left out. Two reports of one event, by what the texts say; the same from the other side; what the reader says.
plain() { sed 's/[01][.][0-9][0-9][0-9]*/N/g'; }
cp -r "$COLLECTION" reports && chmod -R u+w reports # a tarball may be checked where it may only be read
export DIPTYCH_COLLECTION=reports
"$DIPTYCH" align 11-main-sale.en 11-main-opensky.zh | grep -v '^$' | grep -A 3 '^comp\|^partial\|^same' | plain
"$DIPTYCH" align --format tsv 11-main-opensky.zh 11-main-sale.en | cut -f 1-4 | grep 'kind\|partial\|same' | plain
"$DIPTYCH" align --format tsv 11-main-opensky.zh 11-main-sale.en | cut -f 4 | sort | uniq -c | sed 's/^ *//'
"$DIPTYCH" align --unit paragraph --format tsv 11-main-sale.en 11-main-opensky.zh | cut -f 1-4 | grep -v only | plain
"$DIPTYCH" align weibo-stake.en going-global.zh | head -1 | plain
"$DIPTYCH" align weibo-stake.en going-global.en >nothing; echo "= $?"
"$DIPTYCH" align weibo-stake.en weibo-stake.zh | head -1 | plain
"$DIPTYCH" align --mode comparable weibo-stake.en weibo-stake.zh | head -1 | plain
"$DIPTYCH" align --mode parallel 11-main-sale.en 11-main-opensky.zh | head -1 | plain
sed '/^translation-of/d' reports/articles/weibo-stake.zh.md >reports/articles/weibo-stake.zh.new
mv reports/articles/weibo-stake.zh.new reports/articles/weibo-stake.zh.md
"$DIPTYCH" align weibo-stake.en weibo-stake.zh | head -1 | plain
