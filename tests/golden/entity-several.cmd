mkdir -p two/entities two/articles; printf 'title: Two\n' >two/collection.yaml
printf -- '---\nnames: {en: Tom Bolt}\nshort: [Bolt]\ntype: person\n---\nTom.\n' >two/entities/tom.md
printf -- '---\nnames: {en: Ann Bolt}\nshort: [Bolt]\ntype: person\n---\nAnn.\n' >two/entities/ann.md
printf 'Ann Bolt and Tom Bolt. Bolt left.\n' >two/articles/one.en.txt
"$DIPTYCH" entity --collection two bolt; echo $?; "$DIPTYCH" entity --collection two tom
