printf 'OpenSky bought it. 收购OpenSky的公司，在 OPENSKY’s http://opensky.com/ 上。\n' >m.txt; "$DIPTYCH" mentions --format tsv tale.zh tale.en ./m.txt
