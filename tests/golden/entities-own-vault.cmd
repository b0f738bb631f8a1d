export XDG_DATA_HOME="$PWD/own-data"; mkdir -p own-data/diptych/vault
printf -- '---\naliases: [clerk]\n---\n#person\n' >own-data/diptych/vault/Clerk.md
"$DIPTYCH" entities tale.en --format tsv; "$DIPTYCH" entities --vault= tale.en --format tsv; echo $?
