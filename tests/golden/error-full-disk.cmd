[ -c /dev/full ] || { echo "diptych: standard output: No space left on device" >&2; exit 1; }
"$DIPTYCH" list >/dev/full
