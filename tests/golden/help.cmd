# The folder of the documents is this build's own.
"$DIPTYCH" help | sed 's|README in /[^ ]* says|README in DOCDIR says|'
