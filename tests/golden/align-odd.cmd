# The same file twice; one side empty; both; no such; bytes that are no UTF-8; blank and odd lines.
# Of doubtful alignments only how many lines come out is looked at.
printf 'Ships came.\nMen left them 1999 times.\n' >same
: >nothing
"$DIPTYCH" align --segmented --format ladder same same | sed 's/:[01][.].*//'
"$DIPTYCH" align --segmented --format ladder same nothing; echo "= $?"
"$DIPTYCH" align --segmented --format ladder nothing nothing; echo "= $?"
"$DIPTYCH" align nothing tale.en --format ladder | head -2
"$DIPTYCH" align same no-such-file; echo "= $?"
printf '\316\322\303\307\324\332\325\342\300\357\241\243\n' >gbk
"$DIPTYCH" align --segmented --mode parallel --format ladder gbk same >gbk.out; echo "= $?"
printf '\r\nShips came.\r\nMen left them 1999 times.' >lines
"$DIPTYCH" align --segmented --format tsv lines lines | cut -f 5
"$DIPTYCH" align --mode comparable same same; echo "= $?"
"$DIPTYCH" align --mode sideways same same; echo "= $?"
"$DIPTYCH" align --unit word same same; echo "= $?"
"$DIPTYCH" list --format ladder; echo "= $?"
"$DIPTYCH" align same; echo "= $?"
