# What the room reads in another encoding is no fault of a folder, but one of a declared collection.
mkdir -p texts
printf 'caf\351 tr\350s bon, d\351j\340 vu, \340 la carte\n' >texts/menu.txt
printf '\377\376h\0i\0\n\0' >texts/wide.txt
printf '\357\273\277whole\nMa\303\050 and\n' >texts/damaged.txt
"$DIPTYCH" check texts
mkdir -p declared/articles
printf 'title: Menus\n' >declared/collection.yaml
printf -- '---\ntitle: Menu\nlang: en\nstory: menu\n---\ncaf\351 tr\350s bon, d\351j\340 vu\n' >declared/articles/menu.en.md
"$DIPTYCH" check declared
