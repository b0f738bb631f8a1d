XDG_DATA_HOME=$PWD/notes-refused; export XDG_DATA_HOME
say() { "$@"; echo $?; }
say "$DIPTYCH" note add --quote 'no such words anywhere here' tale.en
say "$DIPTYCH" note add --quote 'nobody came, said the clerk' tale.en
say "$DIPTYCH" note add --quote 'the' tale.en
say "$DIPTYCH" note add --quote 'the' --prefix 'first ' --suffix ' moon' tale.en
say "$DIPTYCH" note add --quote '' tale.en
say "$DIPTYCH" note add --quote '  ' tale.en
say "$DIPTYCH" note add tale.en
say "$DIPTYCH" note add --quote x
say "$DIPTYCH" note add --quote x no-such-article
say "$DIPTYCH" note add --quote x --kind wish tale.en
say "$DIPTYCH" note add --quote 'clerk' --kind link --comment 'nowhere' tale.en
say "$DIPTYCH" note list
say "$DIPTYCH" note list --since yesterday
say "$DIPTYCH" note list --quote x
say "$DIPTYCH" note
say "$DIPTYCH" note mend
say "$DIPTYCH" note remove
say "$DIPTYCH" note remove 0m0000000001
XDG_DATA_HOME=/dev/null say "$DIPTYCH" note add --quote 'clerk' tale.en
