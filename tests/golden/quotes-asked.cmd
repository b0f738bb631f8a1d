printf 'Q. Who pays?\n\nA. The town pays.\n\nQ. When?\n\nA. In May.\n' >q.txt; "$DIPTYCH" quotes ./q.txt
