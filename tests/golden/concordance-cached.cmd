XDG_CACHE_HOME=$PWD/concordance-cache; export XDG_CACHE_HOME
run() { "$DIPTYCH" concordance --format tsv "$@"; }
mkdir two two/articles two/entities
printf 'title: Two\n' >two/collection.yaml
printf -- '---\nlang: en\nstory: s\n---\n\nHe bought a stake.\n\nIt rained.\n' >two/articles/s.en.md
printf -- '---\nlang: zh\nstory: s\ntranslation-of: s.en\n---\n\n他买了股份。\n\n下了雨。\n' >two/articles/s.zh.md
printf 'en\tzh\nstake\t股份\n' >two/glossary.tsv
run --collection two stake >first && run --collection two stake | diff first - && cat first
# A changed article is read anew; a damaged cache is no cache.
printf -- '---\nlang: zh\nstory: s\ntranslation-of: s.en\n---\n\n他终于买了股份。\n\n下了雨。\n' >two/articles/s.zh.md
run --collection two stakes
for file in concordance-cache/diptych/bitext/memory-*; do
    dd if=/dev/urandom of="$file" bs=1 seek=200 count=2000 conv=notrunc 2>/dev/null
    run --collection two stake
    : >"$file"
    run --collection two stake
done
