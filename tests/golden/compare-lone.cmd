# A sentence with several figures that one report alone tells stands once, in each form; lines of credits are told by none.
mkdir -p weir; printf 'The weir of Ware breaks\n\n2031-03-04 15:18:27 Source: river.example Author: Anna Lind\n\nThe weir of Ware broke on Tuesday, the warden said.\n\nSome 400 sheep, 26 carts and 12,000 sacks of malt were lost.\n' >weir/a.txt; printf 'A weir gives way at Ware\n\nThe warden said the weir of Ware broke on Tuesday.\n\nNobody drowned.\n' >weir/b.txt
for format in markdown org html; do "$DIPTYCH" compare --format $format weir/a.txt weir/b.txt | grep -E 'Figures only|400|15:18'; done
"$DIPTYCH" compare --format tsv weir/a.txt weir/b.txt | cut -f 1,2,7
