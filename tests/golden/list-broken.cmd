"$DIPTYCH" --collection broken list
