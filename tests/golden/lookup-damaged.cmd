XDG_DATA_HOME=$PWD/lookup-damaged; export XDG_DATA_HOME
mkdir -p lookup-damaged/diptych/dictionaries
echo nothing >lookup-damaged/diptych/dictionaries/old.dictionary
"$DIPTYCH" lookup --collection "$COLLECTION" --format tsv 账户余额 2>err; echo $?; sed "s|$PWD/||" err
