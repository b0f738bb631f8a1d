printf 'The valve opens to the left.\n' >q.txt; "$DIPTYCH" quotes --format tsv ./q.txt
