mkdir add && cd add && cp -r ../shelf .
export XDG_DATA_HOME=$PWD/data-of-add XDG_CACHE_HOME=$PWD/cache-of-add
unset DIPTYCH_COLLECTION
mkdir -p mine/2015
cat >mine/strike.txt <<'END'
Harbour strike ends

By Jane Doe
Source: Courier
June 23, 2015

The strike is over after nine days, the union said. By June nobody had been hurt.
END
cat >mine/2015/bagong.txt <<'END'
港口罢工结束

2015年06月23日 08:57 来源：新华社 作者：李明

工会表示，港口罢工九天后结束。
END
printf '<html><head><title>Ferry</title><meta name="author" content="Ann"></head><body><article><h1>Ferry opens</h1><p>The ferry to the north bank opened on Monday with music, the mayor said.</p></article></body></html>' >mine/page.html
printf -- '---\ntitle: Own title\npublisher:\n---\n\nText of its own.\n' >mine/own.md
sed 's/Courier/Courier /' mine/strike.txt >mine/twin.log
echo '-- folder'; "$DIPTYCH" add --format tsv mine
echo '-- again, one more'; "$DIPTYCH" add --format tsv mine mine/twin.log nowhere empty.txt; echo $?
echo '-- pipe'; echo 'A line of words' | "$DIPTYCH" add --format tsv - | cut -f1,2
echo '-- same name, other text'; mkdir other; echo 'Strikes again.' >other/strike.txt
cp -r other mine.tmp; mkdir -p b/mine; mv other/strike.txt b/mine/; "$DIPTYCH" add --format tsv b/mine | cut -f1,2
echo '-- linked'; "$DIPTYCH" add --link --format tsv mine.tmp/strike.txt; echo more >>mine.tmp/strike.txt; "$DIPTYCH" add --link --format tsv mine.tmp/strike.txt | cut -f1,2
echo '-- library'; "$DIPTYCH" list --format tsv
echo '-- files'; cd data-of-add/diptych/library; find . ! -type d | sort
head -8 articles/mine/2015/bagong.txt articles/mine/own.md articles/mine/page.md
echo '-- names'; printf 'From: A\nSubject: B\n\nWords.\n' >letter.eml; printf '# 读我\n\n码头的文字在这里。\n' >README.zh-CN.md; "$DIPTYCH" add --format tsv letter.eml README.zh-CN.md | cut -f1,2; "$DIPTYCH" check data-of-add/diptych/library 2>&1 | grep -c 'lang:'
