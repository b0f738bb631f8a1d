mkdir -p "$HOME/plain/entities"
printf -- '---\nid: north\ntype: company\nen: North Bank\naliases: [NB]\n---\n' >"$HOME/plain/entities/north.md"
printf -- '---\nid: boats\ntype: company\nen: Norbert Boats\naliases: [NB]\n---\n' >"$HOME/plain/entities/boats.md"
echo 'NB was sold.' >"$HOME/plain/sale.txt"
cd "$HOME" && "$DIPTYCH" check plain
