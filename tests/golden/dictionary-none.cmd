XDG_DATA_HOME=$PWD/nothing; export XDG_DATA_HOME
"$DIPTYCH" dictionary list
