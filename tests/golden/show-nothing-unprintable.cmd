for width in 2 3 7 33 200; do
    for file in hostile/*; do "$DIPTYCH" show --width $width --beside tale "$file"; done
done | LC_ALL=C tr -d "\n -~\200-\377" | wc -c | tr -d " "
