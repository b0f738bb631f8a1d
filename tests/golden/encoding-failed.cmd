# Where the converter cannot be run, or dies, it is told which it was and that the text is not as it should be; what was
# read so is not kept.
mkdir -p shelves
printf '\266\311\277\332\264\345\302\364\265\364\301\313\266\311\264\254\n' >shelves/gb.txt
printf '#!/bin/sh\nkill -9 $$\n' >killed
chmod +x killed
for converter in /no/converter /bin/false ./killed; do
    DIPTYCH_CONVERTER=$converter "$DIPTYCH" show shelves/gb.txt | grep -c '�'
done
DIPTYCH_CONVERTER=/no/converter "$DIPTYCH" list shelves --format json
"$DIPTYCH" list shelves --format json
# A long file that is damaged behind its head.
{ yes 'Sound words stand in the café.' | head -n 60000; printf 'torn \377 place\n'; yes 'And here.' | head -n 60000; } >shelves/gb.txt
"$DIPTYCH" list shelves --format json | grep -o '"encoding.*'
