# Where there is no terminal what the collection opens is printed; one that cannot be read is told with status 1.
"$DIPTYCH" --collection missing-shelf; echo $?
"$DIPTYCH" --collection missing-shelf list; echo $?
