export XDG_DATA_HOME="$PWD/data"; mkdir -p data/diptych/vault
printf -- '---\naliases: [clerk]\n---\n#person\n' >data/diptych/vault/Clerk.md
"$DIPTYCH" entities tale.en --format tsv; "$DIPTYCH" entities --vault= tale.en --format tsv; echo $?
