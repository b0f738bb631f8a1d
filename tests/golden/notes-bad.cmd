mkdir -p rough/articles rough/entities
printf 'title: Rough\n' >rough/collection.yaml
printf 'The mill of Nameless, the Round House, Twin, 奇数 and Square Wheel. Broken and Endless, too.\n' >rough/articles/a.en.txt
note() { printf -- "$2" >"rough/entities/$1.md"; }
note Nameless '---\ntype: place\n---\nText.\n'
note letter '---\nnames: {en: Odd One, zh: 奇数}\naliases: [x]\ntype: place\n---\nText.\n'
note common '---\nnames: {en: Square, zh: 方块}\naliases:\n- Square Wheel\n- the\ntype: company\n---\nText.\n'
note twin-a '---\nnames: {en: Twin, zh: 双}\ntype: person\n---\nText.\n'
note twin-b '---\nnames: {en: Twin, zh: 对}\ntype: person\n---\nText.\n'
note circle-a '---\nnames: {en: Round House, zh: 圆屋}\ntype: place\n---\n[[circle-b]]\n'
note circle-b '---\nnames: {en: Round Barn, zh: 圆仓}\ntype: place\n---\n[[circle-a]] [[circle-b]]\n'
note broken '---\nnames: {en: Broken, zh: 破}\ntype: [place\n---\nText.\n'
note endless '---\nnames: {en: Endless, zh: 无尽}\ntype: place\n\nText.\n'
{ printf -- '---\nnames: {en: Crowd, zh: 众}\ntype: place\naliases:\n'
  awk 'BEGIN { for (i = 1; i < 9990; i++) printf "- a name among the very many names that somebody gave to a crowd, number %d, which is long\n", i }'
  printf -- '---\nText.\n'; } >rough/entities/crowd.md
"$DIPTYCH" check rough | grep entities/; echo
"$DIPTYCH" mentions --collection rough a --format tsv; echo $?
"$DIPTYCH" entities --collection rough --format tsv | cut -f 1,3,5; echo
"$DIPTYCH" entity --collection rough round\ house; "$DIPTYCH" list --collection rough
