# Files that are versions of one text by their names are one story, whichever way they are called.
mkdir -p post/en post/zh-hans post/content/en post/content/zh
for name in sale.en plan_en rate-eng en/boat content/en/fair guide; do
    printf 'The harbour is sold for good, and the town knows it since Monday\n' >post/$name.md
done
for name in sale.zh plan_zh-CN rate-chs zh-hans/boat content/zh/fair guide.zh-tw; do
    printf '港口卖了，镇上的人周一才知道\n' >post/$name.md
done
printf 'The plan for China is a plan in English, whatever its file is called\n' >post/guide-cn.md
"$DIPTYCH" list post --format tsv | cut -f 1-3
