"$DIPTYCH" show --width 60 hostile/line.txt | awk "length > 60 { long++ } END { print NR, long + 0 }"
