# One day of two different things is no date that agrees; of one thing it is, by a name or a link.
mkdir -p days
printf 'A mill burns in Orle\n\nA mill burned down in Orle on Monday.\n\nThe brewery was sold on 3 March 2031 to a farmer.\n\nThe count of Ware was 84 on 7 May 2029, with 12 goats.\n' >days/a.txt
printf 'Orle mill fire\n\nOn Monday a mill burned down in Orle.\n\nA choir from the valley sang on 3 March 2031.\n\nThe owner wants to build again.\n\nOn 7 May 2029 the count of Ware turned 84, and got goats.\n' >days/b.txt
"$DIPTYCH" compare --format tsv days/a.txt days/b.txt | grep ^date | cut -f 1,2,7,8
# Two texts of one language that share a heading do not follow one another word by word.
printf 'The lock holds\n\nThe lock at Ware was closed on 3 March 2031.\n\nThe work began in April 2029 and was stopped.\n' >days/c.txt
printf 'The lock closes\n\nThe lock at Ware was closed on 3 March 2031.\n\nNobody was hurt.\n' >days/d.txt
"$DIPTYCH" compare --format tsv days/c.txt days/d.txt | grep ^passage | cut -f 2,7,8
