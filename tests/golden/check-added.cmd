printf 'One town\n\nBy Ann Lee\n5 June 2014\n\nThe tower stands.\n' >one.txt; "$DIPTYCH" add --collection lib one.txt; "$DIPTYCH" check lib
