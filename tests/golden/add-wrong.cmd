mkdir add-wrong && cd add-wrong && cp -r ../shelf .
export XDG_DATA_HOME=$PWD/data-of-wrong
unset DIPTYCH_COLLECTION
for options in --link --ask; do echo word | "$DIPTYCH" add $options -; echo $?; done
"$DIPTYCH" add; echo $?
mkdir -p $XDG_DATA_HOME/diptych; echo x >$XDG_DATA_HOME/diptych/library
"$DIPTYCH" add shelf 2>&1 | sed "s|$PWD/||"
