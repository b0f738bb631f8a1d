# Versions of one text by name, by front matter, and by what is in them; nothing for what is alone.
mkdir -p mixed/articles && cp -r "$COLLECTION/entities" "$COLLECTION/glossary.tsv" "$COLLECTION/collection.yaml" mixed
body() { sed '1,/^---$/d' "$COLLECTION/articles/$1.md"; }
cp "$COLLECTION"/articles/weibo-stake.*.md mixed/articles
for name in 11-main-sale going-global; do
    body $name.en >mixed/articles/$(echo $name | cksum | cut -c 1-4).md
    body $name.zh >mixed/articles/x$(echo $name | cksum | cut -c 3-6).md
done
body 11-main-opensky.en >mixed/articles/alone.md
printf -- '---\nstory: ferry\n---\nThe ferry is sold.\n' >mixed/articles/boat.md
printf -- '---\nstory: ferry\n---\n渡船卖了，镇上的人都知道。\n' >mixed/articles/schiff.md
printf 'The tide comes in at noon, and goes out at six.\n' >mixed/articles/tide_en.md
printf '中午涨潮，六点退潮，天天如此。\n' >mixed/articles/tide_zh-cn.md
"$DIPTYCH" pairs mixed --format tsv
"$DIPTYCH" --collection "$COLLECTION" pairs | head -4
"$DIPTYCH" pairs vault

# Pages of one manual, whose sentences stand in another order: what only two share tells them apart.
mkdir manual
i=100
while [ $i -lt 160 ]; do
    word=$(echo $i | tr 0-9 a-j)
    last=$(echo $((i + 2)) | tr 0-9 a-j)
    next=$(echo $((i + 1)) | tr 0-9 a-j)
    printf 'Whoever has lost %sam, %ser or %sod asks keep%s. Nobody is told when a %set or %sim is dropped.\n\nWhat keep%s holds goes first. The shelf of keep%s is full by May. There is no other %sat.\n\nWith --box%s the copies of %son, %sul, %sop and %sip go into a box.\n' \
        $word $word $word $next $word $word $word $last $word $word $word $word $word $word >manual/$i.md
    printf '加上 --box%s，文件就放进箱子里，箱子马上锁好，谁也打不开。\n\nkeep%s 这里的人都很忙，没有空闲。请在门口等一等，喝一杯茶，看一看报纸。\n\n谁丢了东西就来要，找 keep%s 也行。天黑以前，keep%s 的门就关上了。\n' \
        $word $word $next $last >manual/x$((i * 7 % 60)).md
    i=$((i + 1))
done
"$DIPTYCH" pairs manual --format tsv | grep -c content
"$DIPTYCH" pairs nowhere
