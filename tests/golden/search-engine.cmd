mkdir search-engine && cd search-engine && cp -r ../shelf .
export XDG_CONFIG_HOME=$PWD/config; mkdir -p config/diptych
cat >engine <<'END'
#!/bin/sh
echo "$#:$1:$2" >asked
printf 'tale.en\t0.9\tthe \033[31mshop\nshelf/articles/tale.zh.md\t0.5\t商店\nnobody\t1\tx\nrubbish\n\ntale.en\tnan\tx\n../shelf\t1\tfolder\n'
END
printf '#!/bin/sh\nhead -c 9000000 /dev/zero | tr "\\0" x\n' >talks
printf '#!/bin/sh\nexit 3\n' >fails
printf '#!/bin/sh\nkill -9 $$\n' >dies
printf '#!/bin/sh\nhead -c 3000 /dev/urandom\n' >raves
chmod +x engine talks fails dies raves
ask() { echo "set search-engine $1" >config/diptych/diptychrc; shift; "$DIPTYCH" search --format tsv "$@" 2>&1 | cut -c1-150; }
echo '-- good'; ask '"./engine -x %(query)"' 'shop; rm -rf $HOME `x`'; cat asked
echo '-- argument'; ask ./engine shops --limit 1; cat asked
echo '-- failing'; ask ./fails shop; ask ./dies shop; ask ./talks shop; ask ./none shop; ask ./raves shop | sed 's/[0-9]* lines/N lines/' | cut -f1
echo '-- folder'; ask ./fails 'shop' shelf/ | wc -l | tr -d ' '
