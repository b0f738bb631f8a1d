# Whatever the width, the words come out in their order.
"$DIPTYCH" show --width 200 loose.txt vault/note.md other-story | tr -d " \n" >wide
"$DIPTYCH" show --width 23 loose.txt vault/note.md other-story | tr -d " \n" >narrow
cmp wide narrow && echo same
