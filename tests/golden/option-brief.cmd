for option in "-o x" "--output x" "--output=x"; do "$DIPTYCH" list $option; echo $?; "$DIPTYCH" note list $option; done
