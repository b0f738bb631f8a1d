XDG_DATA_HOME=$PWD/export-streams; export XDG_DATA_HOME
"$DIPTYCH" note add --quote 'did not do well' --comment why tale.en >/dev/null
"$DIPTYCH" export --format csv -o /dev/stdout | grep -c well
umask 027; "$DIPTYCH" export -o out.md; ls -l out.md | cut -c 1-10
chmod 600 out.md; umask 022; "$DIPTYCH" note add --quote 'Nobody at all' tale.en >/dev/null
"$DIPTYCH" export -o out.md; ls -l out.md | cut -c 1-10
