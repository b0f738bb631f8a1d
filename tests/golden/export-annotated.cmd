XDG_DATA_HOME=$PWD/export-annotated; export XDG_DATA_HOME
masked() { sed 's/[0-9a-hjkmnp-tv-z]\{12\}/ID/g; s/20[0-9-]*T[0-9:]*Z/TIME/g; /^<style>/,/<\/style>/d; s/sha256-[^;]*/sha256-HASH/'; }
"$DIPTYCH" note add --quote 'It did not do well; by 2015 it was sold' --comment 'How *badly*?' tale.en >made
"$DIPTYCH" note add --quote 'by 2015 it was sold for' --tag overlap tale.en >>made
"$DIPTYCH" note add --quote 'the letters' --comment 'Which?' tale.en >>made
"$DIPTYCH" note add --quote '没有人来' tale.zh >>made
"$DIPTYCH" export --annotated tale.en | masked
echo '--- text'
"$DIPTYCH" export --annotated --format text tale.en tale.zh | masked
echo '--- html'
"$DIPTYCH" export --annotated --format html tale.en tale.zh | masked
echo '--- two of one name'
mkdir -p morning evening
echo 'The lamp was lit.' >morning/news.txt
echo 'The lamp went out.' >evening/news.txt
"$DIPTYCH" note add --quote lit morning/news.txt >>made
"$DIPTYCH" note add --quote out evening/news.txt >>made
"$DIPTYCH" export --annotated --format html morning/news.txt evening/news.txt | masked | sed "s,$PWD,HERE," | grep -e '<mark' -e facts
