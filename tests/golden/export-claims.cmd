# What README and diptych-export(5) tell to type, typed: each line there, on notes of the bundled collection.
XDG_DATA_HOME=$PWD/claims DIPTYCH_COLLECTION=$COLLECTION; export XDG_DATA_HOME DIPTYCH_COLLECTION
source=$COLLECTION/../..
mkdir claims-here; cd claims-here
"$DIPTYCH" note add --quote 'a minority stake of 37.6 percent in OpenSky' --counterpart auto --comment 'Less than half?' --kind question 11-main-sale.en >made
diptych() { "$DIPTYCH" "$@"; }
sed -n '/^    diptych export/{s/^    //;s/   .*//;p;}' "$source/README" >typed
while read -r line; do
    eval "$line" >printed 2>&1 && echo "README: $line"
done <typed
diptych export --format json -o notes.json
sed -n '/^    diptych note import/{s/^    //;s/   .*//;p;}' "$source/README" | while read -r line; do
    eval "$line" >printed 2>&1; echo "README: $line: $(head -1 printed)"
done
ls vault; grep -c 37.6 notes.md
page=$source/man/diptych-export.5
sed -n '/^A template for a list/,/^\.Ed/{/^\.Bd/,/^\.Ed/{/^\./!p;};}' "$page" >list.mustache
diptych export --template list.mustache
sed -n '/^begins a new file with a template/,/^\.Ed/{/^\.Bd/,/^\.Ed/{/^\./!p;};}' "$page" >front.mustache
diptych export --split article --front front.mustache -o own && sed '/^---$/,/^---$/!d' own/*.md
sed -n '/^diptych export/p' "$page" | while read -r line; do eval "$line" && echo "manual: $line"; done
grep -c '^> ' questions.md
