printf 'Everybody knows that OpenSky is a shop. 收购OpenSky的公司 says nothing about it, and so on and on.\n' >e.txt
printf 'OpenSky\n\nNobody at OpenSky.\n' >f.txt
"$DIPTYCH" entity opensky ./e.txt ./f.txt tale.en --width 50
