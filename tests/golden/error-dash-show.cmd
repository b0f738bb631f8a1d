echo text | "$DIPTYCH" show tale - --width 40
