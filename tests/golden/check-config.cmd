# What is wrong with settings, each with its file and line: one's own, or those of a file.
"$DIPTYCH" --check-config
echo $?
mkdir -p "$HOME/.config/diptych/more"
printf 'set measure 40\nsource more/keys # mine\nset tab x\n' >"$HOME/.config/diptych/diptychrc"
printf 'bind x nosuch\nsource ../diptychrc\n' >"$HOME/.config/diptych/more/keys"
"$DIPTYCH" --check-config | sed 's,^.*/\.config/,,;s,source: /.*/\.config/,source: ,'
"$DIPTYCH" --check-config --format tsv "$HOME/.config/diptych/more/keys" | wc -l
printf 'set measure 40\n' >good.rc
"$DIPTYCH" --check-config good.rc
echo $?
"$DIPTYCH" --check-config gone.rc
echo $?
"$DIPTYCH" --check-config good.rc gone.rc
echo $?
rm -r "$HOME/.config"
