XDG_DATA_HOME=$PWD/export-formats; export XDG_DATA_HOME
masked() { sed 's/[0-9a-hjkmnp-tv-z]\{12\}/ID/g; s/20[0-9-]*[T ][0-9][0-9]:[0-9:]*Z*/TIME/g'; }
"$DIPTYCH" note add --quote 'did not do well' --comment 'How *badly*? <b>' --tag shops --kind question tale.en >made
"$DIPTYCH" note add --quote '一家店' --prefix '开了' --tag 店 --comment '=1+1' tale.zh >>made
for format in markdown org html json csv tsv; do
    echo "--- $format"
    "$DIPTYCH" export --format $format | masked | sed '/^<style>/,/<\/style>/d; s/sha256-[^;]*/sha256-HASH/'
done
echo '--- presets'
"$DIPTYCH" export --preset readwise | masked
"$DIPTYCH" export --format csv --preset hypothesis tale.en | masked
echo '--- template'
printf '{{#notes}}{{number}}. {{quote}}: {{comment}} {{{comment}}}{{#each_tag}} #{{.}}{{/each_tag}}{{^last}};{{/last}}\n{{/notes}}' >list.mustache
"$DIPTYCH" export --template list.mustache
