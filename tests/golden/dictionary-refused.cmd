XDG_DATA_HOME=$PWD/refused; export XDG_DATA_HOME
"$DIPTYCH" dictionary add loose.txt missing.u8 shelf pipe.md; echo $?
touch data.dict.dz
"$DIPTYCH" dictionary add data.dict.dz; echo $?
"$DIPTYCH" dictionary remove nothing; echo $?
XDG_DATA_HOME=/dev/null "$DIPTYCH" dictionary add list; echo $?
