printf 'Anna Lind said on Tuesday that the “old” bridge was safe. She added: "It holds."\n' >q.txt; "$DIPTYCH" quotes --format json ./q.txt
