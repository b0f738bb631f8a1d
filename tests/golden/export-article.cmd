mkdir export-article && cd export-article
XDG_DATA_HOME=$PWD/data; export XDG_DATA_HOME
printf '# Ferry\n\nThe ferry sank.\n' >ferry.en.md
"$DIPTYCH" note add --quote "ferry sank" --comment "When?" ferry.en.md >/dev/null
for format in markdown html json; do
    "$DIPTYCH" export --format $format -o ./ferry.en.md ferry.en.md; echo $?
done
"$DIPTYCH" export --annotated --format html -o ferry.en.md ferry.en.md; echo $?
cat ferry.en.md
