XDG_DATA_HOME=$PWD/export-refused; export XDG_DATA_HOME
say() { "$@"; echo $?; }
say "$DIPTYCH" export
"$DIPTYCH" note add --quote 'did not do well' --tag a --tag b tale.en >made
for wish in '--tag c' '--kind question' '--since 2999' '--until 2014' '--story other' '--entity opensky' \
    '--state lost' 'tale.zh' '--format tmx' '--tag a --tag c'; do
    say "$DIPTYCH" export $wish
done
for wish in '--tag a --tag b' '--kind tag' '--story tale' '--state exact' 'tale.en' '--since 2015'; do
    "$DIPTYCH" export --format tsv $wish | wc -l
done
for wish in '--format text' '--format ladder' '--format xml' '--preset kindle' '--preset readwise --format json' \
    '--annotated' '--annotated --format csv tale.en' '--annotated --format html a b c' \
    '--template none.mustache' '--template list.mustache --format csv' '--state well' 'no-such-article' \
    '--annotated --template x tale.en'; do
    say "$DIPTYCH" export $wish
done
printf '{{#notes}}\n' >broken.mustache
say "$DIPTYCH" export --template broken.mustache
say "$DIPTYCH" list --annotated
say "$DIPTYCH" list --format org
