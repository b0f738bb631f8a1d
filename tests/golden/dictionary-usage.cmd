"$DIPTYCH" dictionary add; echo $?
"$DIPTYCH" dictionary list all; echo $?
"$DIPTYCH" dictionary burn x; echo $?
"$DIPTYCH" dictionary
