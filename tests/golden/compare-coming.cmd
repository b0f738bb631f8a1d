# A day alone that is still to come is that of a coming weekday; beds are no people.
mkdir -p lock
printf -- '---\nlang: zh\npublished: 2031-07-08\n---\n船闸周一夜里关闭。\n\n港务局说，集市推迟到下周一开张。\n\n安置点备有800张床位。\n' >lock/a.zh.md
printf -- '---\nlang: zh\npublished: 2031-07-09\n---\n船闸周一夜里关闭。\n\n港务局说，集市推迟至14日开张。\n\n安置点住了760人。\n' >lock/b.zh.md
"$DIPTYCH" compare --format tsv lock/a.zh.md lock/b.zh.md | grep -E '^(date|figure)' | cut -f 1,2,7,8
