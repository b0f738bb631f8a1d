mkdir -p bridge; printf "# The bridge closes\\n\\nThe bridge of Harwick was closed on Tuesday. It will cost 37.6 percent more, Anna Lind said. The quay holds.\\n" >bridge/a.md; printf "%s\\npublished: 2015-06-24\\npublisher: <The Gazette>\\n%s\\n# The bridge shuts\\n\\nThe bridge of Harwick was closed on 22 June 2015. It will cost 37 percent more. The ministry said that nobody was hurt.\\n" --- --- >bridge/b.md; "$DIPTYCH" compare --format tsv bridge/a.md bridge/b.md | grep ^date
# A day by its name beside its date is that date, and the head tells of no day that is known.
for words in "Yesterday, 3 March 2026, the quay opened." "On 3 March 2026, a Tuesday, the quay opened." "码头昨天（2026年3月3日）开放。" "周二（3日）码头开放。" "The quay opened on Tuesday, and on 3 March 2026 it shut."; do
    printf '%s\n' "$words" >bridge/named.md
    "$DIPTYCH" compare --format tsv bridge/named.md bridge/b.md | grep ^date | cut -f 1,2,7
    "$DIPTYCH" compare --format markdown bridge/named.md bridge/b.md | grep 'date not told'
done
