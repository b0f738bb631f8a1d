XDG_DATA_HOME=$PWD/notes-not; export XDG_DATA_HOME
try() { "$DIPTYCH" note import "$1"; echo $?; }
: >empty.json; try empty.json
echo 'no json at all' >words.json; try words.json
printf '[{"type": "Annotation",\n "target": {"selector": {"type": "TextQuoteSelector", "exact": "clerk"' >half.json; try half.json
echo '{"a": 1}' >other.json; try other.json
printf 'Highlight,Note\n"ends not' >half.csv; try half.csv
try missing.json
try .
"$DIPTYCH" note import; echo $?
"$DIPTYCH" note list; echo $?
