: >e.txt; "$DIPTYCH" figures --format json ./e.txt ./e.txt
