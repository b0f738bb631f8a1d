# An option is called as it was typed.
"$DIPTYCH" export -o
"$DIPTYCH" export -o ''
"$DIPTYCH" export --output=
