# Words that line ends have cut are found whole, and paragraphs of wrapped lines are sentences.
mkdir cut
cat >cut/ferry.txt <<'TEXT'
THE WINTER FERRY

Chapter 1

The harbour office said on Monday that the ferry would go on through the win-
ter, and that its two cap-
tains had agreed to stay. The city-
owned line has lost money in each of the last seven years, but its mana-
ger told the coun-
cil that the third-
class fares, which had been raised in spring, would pay for the coal.
TEXT
"$DIPTYCH" show --width 300 cut/ferry.txt
"$DIPTYCH" sentences cut/ferry.txt --format tsv
for words in winter captains city-owned manager council third-class; do
    "$DIPTYCH" search --collection cut --format tsv "$words" | cut -f 1-3 | tail -n +2
done
