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
"$DIPTYCH" pairs nowhere
