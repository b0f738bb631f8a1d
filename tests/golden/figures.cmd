printf '11 Main opened in June 2014; 37.6 percent, $586m.\n\nSee http://a.org/2015/06, `5 %%`.\n' >f.md; "$DIPTYCH" --collection "$COLLECTION" figures --format tsv ./f.md
