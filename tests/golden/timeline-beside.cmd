# One row an event, those who tell it side by side; aligned sentences are of one event, whatever dates they tell.
mkdir -p quay; printf 'The port of Harwick opened on 3 June 2013. It was sold in 2015 for $40m.\n' >quay/a.txt; printf 'The port of Harwick opened on 4 June 2013. It burned in 2016, and 40 died.\n' >quay/b.txt; printf 'In 1999 the quay was built.\n' >quay/c.txt; printf 'In 1999 the quay was dug.\n' >quay/d.txt; printf 'The fair of Leeds began in 221 BC.\n' >quay/e.txt
COLUMNS=80 "$DIPTYCH" timeline quay/a.txt quay/b.txt; COLUMNS=40 "$DIPTYCH" timeline quay/a.txt quay/b.txt | head -5
"$DIPTYCH" timeline --format markdown quay/a.txt quay/b.txt; "$DIPTYCH" --collection "$COLLECTION" timeline --format markdown | sed -n '1,7p'
