mkdir -p own; printf 'OpenSky and OpenSky.\n' >own/a.txt; printf 'OPENSKY\n' >own/b.md
"$DIPTYCH" entities --format json ./own ./gone.txt own/a.txt ./pipe.md
