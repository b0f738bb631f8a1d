mkdir -p mine/people
printf -- '---\naliases: [马先生, the, Ma]\n---\n#person\n' >mine/people/Jack.md
printf 'Mine.\n' >mine/OpenSky.md
"$DIPTYCH" entities --vault mine --format tsv tale.zh tale.en; "$DIPTYCH" mentions --vault mine tale.zh
"$DIPTYCH" mentions --vault mine/none tale.zh
"$DIPTYCH" entities --vault mine/none --format tsv tale.zh
