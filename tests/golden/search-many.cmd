mkdir search-many && cd search-many && mkdir many other
i=0; while [ $i -lt 230 ]; do printf 'Article %d of the ferry.\n\nIt costs 37%% less.\n' $i >many/a$i.txt; i=$((i + 1)); done
printf -- '---\nstory: s\n---\nThe ferry and a lighthouse, 灯塔。\n' >many/b1.txt
printf -- '---\nstory: s\n---\nA lighthouse.\n\nAnother paragraph, longer than that, with the ferry in it and much more.\n' >many/b2.txt
printf 'A lighthouse of another story.\n' >other/c.txt
echo '-- limit'; "$DIPTYCH" search --collection many --format tsv ferry | wc -l | tr -d ' '
"$DIPTYCH" search --collection many --format tsv --limit 3 ferry | cut -f1
"$DIPTYCH" search --collection many --format tsv --limit 0 ferry | wc -l | tr -d ' '
echo '-- signs'; "$DIPTYCH" search --collection many --format tsv --limit 1 37% | cut -f1-3
echo '-- near'; "$DIPTYCH" search --collection many --format tsv 'ferry NEAR/2 lighthouse' | cut -f1-3; "$DIPTYCH" search --collection many --format tsv 'ferry NEAR/1 lighthouse'; echo $?
echo '-- folders'; "$DIPTYCH" search --format tsv lighthouse other/ many/ | cut -f1-3
echo '-- text'; "$DIPTYCH" search 'lighthouse OR ferry -article' many/
echo '-- wrong'; "$DIPTYCH" search x nowhere/; "$DIPTYCH" search --limit x x
