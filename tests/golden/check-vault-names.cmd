mkdir -p mine/people
printf -- '---\naliases: [马先生, the, Ma]\n---\n#person\n' >mine/people/Jack.md
printf 'Mine.\n' >mine/OpenSky.md
"$DIPTYCH" check --vault mine; "$DIPTYCH" check --vault mine/none
