# The source of a text; a page whose converter is missing, dies or says nothing is offered as that.
printf '# The *mill*\n\nIt grinds {#id}.\n' >mill.md
"$DIPTYCH" show --raw mill.md
printf '<html><body><p>It &amp; grinds.</p></body></html>\n' >mill.html
printf '#!/bin/sh\nkill -9 $$\n' >dies
printf '#!/bin/sh\ncat >/dev/null\n' >mute
chmod +x dies mute
for converter in ./dies ./mute ./not-there; do
    DIPTYCH_CONVERTER=$converter "$DIPTYCH" show mill.html
done
DIPTYCH_CONVERTER=./dies "$DIPTYCH" show --raw mill.html
printf 'PK\003\004 a book' >mill.epub
"$DIPTYCH" show --raw mill.epub
printf '\266\311\277\332\264\345\260\321\316\250\322\273\265\304\322\273\314\365\264\254\302\364\270\370\301\313\261\261\260\266\271\253\313\276\241\243\306\261\274\333\264\323\313\304\324\252\325\307\265\275\316\345\324\252\012' >gb.txt
"$DIPTYCH" --format=json list gb.txt
