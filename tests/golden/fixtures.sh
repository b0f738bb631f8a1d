# fixtures.sh: what the golden cases look at, made in the current folder. Bytes that are no text are
# written with printf.
set -e

# --- shelf: a small collection with nothing wrong ---
mkdir -p shelf/articles shelf/entities
cat >shelf/collection.yaml <<'END'
title: A small shelf
open: [tale.en, tale.zh]
END
cat >shelf/articles/tale.en.md <<'END'
---
title: A tale of two shops
lang: en
story: tale
publisher: The Shelf
published: 2015-06-22
---
# A tale of two shops

Mr. Ma opened a shop in the U.S. in June 2014. It did *not* do well; by **2015** it was sold for
37.6 percent of [[opensky|another]].

> "Nobody came," said a clerk. "Nobody at all."

- first the lights went out
- then the doors were shut, and the sign over them, which had been painted with care, came down
    1. the letters
    2. the board

| year | shops | remark |
|------|------:|--------|
| 2014 | 1 | opened |
| 2015 | 0 | closed, sold or both |

```
code   keeps   its spaces
```

See https://example.org/a/very/long/address/that/does/not/fit/into/a/narrow/column for more.[^1]

[^1]: A note at the foot.
END
cat >shelf/articles/tale.zh.md <<'END'
---
title: 两家店的故事
lang: zh
story: tale
translation-of: tale.en
---
# 两家店的故事

马先生 2014 年 6 月在美国开了一家店（名叫“11 Main”），生意并不好；2015 年，他用它换来另一家公司 37.6% 的股份。

> “没有人来。”一名店员说，“一个也没有！”

- 先是灯灭了
- 然后门关了

完。
END
cat >shelf/articles/other-story.en.txt <<'END'
---
title: Another story
lang: en
story: other
---
A plain text with a title above, in lines that somebody has
broken by hand at the same margin, as mail programs used to do
when terminals were narrow.

A second paragraph ends it.
END
cat >shelf/articles/other-story.zh.txt <<'END'
---
title: 另一个故事
lang: zh
story: other
---
另一个故事很短。
END
cat >shelf/entities/opensky.md <<'END'
---
names: {en: OpenSky, zh: OpenSky}
type: company
---
A shop, see [[tale]].
END

printf 'A text that belongs to nothing.\n' >loose.txt

# --- bad: a collection with a fault of most kinds ---
mkdir -p bad/articles bad/entities
printf 'title: Bad\nopen: [gone.en]\ncolour: red\n' >bad/collection.yaml
printf -- '---\ntitle: T\nlang: zh\nstory: s\npublished: yesterday\nbylin: x\n---\nSee [[nobody]].\n' \
    >bad/articles/one.en.md
printf -- '---\ntitle: [T\nlang: zh\n---\nBody.\n' >bad/articles/broken.zh.md
printf 'No \377 UTF-8 and \033[31m red.\n' >bad/articles/bytes.en.txt
printf -- '---\nnames: {en: A Shop}\naliases: [x, a shop]\nshort: [Nowhere]\ntype: planet\n---\n' \
    >bad/entities/shop.md
printf -- '---\nnames: {en: A SHOP, zh: 店铺}\ntype: company\n---\nText.\n' >bad/entities/store.md
printf 'en\tzh\tpinyin\tremark\nstake\t股权\tgǔquán\nstake\t股份\t\t\nstake\t股份\t\t\n' \
    >bad/glossary.tsv

# --- names: notes whose names nobody can work with ---
mkdir -p names/articles names/entities
printf 'title: Names\n' >names/collection.yaml
printf -- '---\ntitle: T\nlang: en\nstory: s\ntranslation-of: t.zh\n---\n' >names/articles/t.en.md
printf 'Bigco met Alias000009 and Alias150000 of Hugeco at Fine Foods in Fine Foods Street.\n' \
    >>names/articles/t.en.md
printf 'Its apple pie is called x; nameless came with a tWin. BIGCO is Bigco, bigco is not.\n' \
    >>names/articles/t.en.md
printf -- '---\ntitle: T\nlang: zh\nstory: s\n---\n好食和双子见了大厂，都像苹果。\n' \
    >names/articles/t.zh.md
printf -- '---\nnames: {en: Fine Foods, zh: 好食}\naliases: [x, apple, 苹果, "!!", US]\n' \
    >names/entities/foods.md
printf 'except: [Fine Foods Street, Fine Foods, Street]\ncase: some\ntype: company\n---\nText, see [[twin]].\n' \
    >>names/entities/foods.md
printf -- '---\ntype: company\n---\nText, see [[foods]].\n' >names/entities/nameless.md
printf -- '---\nnames: {en: Twin, zh: 双子}\ncase: any\ntype: company\n---\nText, see [[foods]].\n' \
    >names/entities/twin.md
awk 'BEGIN {
    printf "---\nnames: {en: TWIN, zh: 双生}\naliases: ["; for (i = 0; i < 1500; i++) printf "a"
    print "]\ntype: company\n---\nText."
}' >names/entities/twin2.md
awk 'BEGIN {
    print "---\nnames: {en: Bigco, zh: 大厂}\ntype: company\naliases:"
    for (i = 0; i < 60000; i++) printf "  - Alias%06d\n", i
    print "---\nText."
}' >names/entities/big.md
awk 'BEGIN {
    print "---\nnames: {en: Hugeco, zh: 巨厂}\ntype: company\naliases:"
    for (i = 100000; i < 190000; i++) printf "  - Alias%06d\n", i
    print "---\nText."
}' >names/entities/huge.md

# --- broken: a collection.yaml that is no YAML ---
mkdir -p broken/articles
printf 'title: Broken\nopen: [tale.en\nmore: {\n' >broken/collection.yaml
printf -- '---\ntitle: Still read\nlang: en\nstory: s\n---\nText.\n' >broken/articles/still.en.md

# --- vault: a plain folder with what may come from anywhere ---
mkdir -p vault/sub/deeper vault/.hidden empty
printf '# A note\n\nSee [[Deep]] and [[nowhere]].\n' >vault/note.md
printf -- '---\naliases: [Deep]\n---\nDown here.\n' >vault/sub/deeper/deep.md
printf 'hidden\n' >vault/.hidden/hidden.md
printf 'plain\n' >"$(printf 'vault/new\nline.txt')"
printf 'plain\n' >"$(printf 'vault/esc\033[2J.txt')"
printf 'plain\n' >"$(printf 'vault/tab\tbed.txt')"
printf 'plain\n' >"$(printf 'vault/bidi\342\200\256txt.exe.md')"
printf 'plain\n' >"$(printf 'vault/latin\351.txt')"
mkdir -p hostile
printf -- '---\ntitle: "\\e]0;owned\\a and \\u202Eback"\nlang: en\n---\n' >hostile/controls.md
printf 'A\033[2Jb\033]0;title\007c\000d\177e\302\233f\ng\rh\n\n' >>hostile/controls.md
printf 'bidi \342\200\256 and \342\201\246, zero width \342\200\213 space, soft\302\255hyphen\n\n' \
    >>hostile/controls.md
printf 'bad \300\200 bytes \355\240\200 in \364\220\200\200 here \342\202\n' >>hostile/controls.md
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "> "; print "deep" }' >hostile/quotes.md
awk 'BEGIN { printf "e"; for (i = 0; i < 200; i++) printf "\314\201"; print " flood" }' \
    >hostile/flood.txt
: >hostile/empty.md
awk 'BEGIN { for (i = 0; i < 30000; i++) printf "word%d ", i; print "" }' >hostile/line.txt
mkfifo pipe.md
mkdir folder.md
printf 'A file called list.\n' >list
printf 'A file called --width.\n' >./--width

# --- links: Markdown links to files and headings that are there, and that are not ---
mkdir links
printf '# The Sale, Part 1\n\n[a](#the-sale-part-1) [b](b%%20c.md#x) [c](https://example.org)\n\n' \
    >links/a.md
printf '[x](nope.md) and\n[y](#zip)\n\n![z](../nope.png) [z](#第一章：出售)\n\n## 第一章 出售\n' \
    >>links/a.md
printf '## 第一章：出售\n\n[a](a.md) [b](#第一章出售)\n' >'links/b c.md'
