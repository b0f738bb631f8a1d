#!/bin/sh
# documents.sh: are documents aligned unit by unit: headings, lists, tables, code with code, what was
# left untranslated with itself, sections that were moved, a part, sentences of a summary?
#
# Each document of tests/align/documents has its links in NAME.gold, by the numbers of the sentences:
# A, tab, B; what is alone has nothing on the other side. They are those without a dictionary, which
# is the harder case, and none may differ. Besides, what comes of other languages.
set -u
export LC_ALL=C.UTF-8
diptych=${DIPTYCH:-./diptych}
folder=${srcdir:-.}/tests/align/documents
[ -d "$folder" ] || folder=${srcdir:-.}/documents
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_DATA_HOME="$work/data" XDG_CACHE_HOME="$work/cache"
export XDG_CONFIG_HOME="$work/config"
failed=0

# links A B: auto mode, sorted, a line each
links() {
    "$diptych" align --format tsv "$1" "$2" | tail -n +2 | cut -f1,2 | LC_ALL=C sort
}

for gold in "$folder"/*.gold; do
    name=${gold%.gold}
    a=$(ls "$name".en.*) b=$(ls "$name".zh.*)
    links "$a" "$b" >"$work/found"
    LC_ALL=C sort "$gold" >"$work/wanted"
    if ! diff "$work/wanted" "$work/found" >"$work/diff"; then
        echo "documents.sh: ${name##*/}: < wanted, > found"
        cat "$work/diff"
        failed=1
    fi
    "$diptych" align "$a" "$b" | grep -q '^parallel' || {
        echo "documents.sh: ${name##*/} is not taken for a translation"
        failed=1
    }
    # The other way round the same belongs together.
    links "$b" "$a" | awk -F '\t' -v OFS='\t' '{ print $2, $1 }' | LC_ALL=C sort >"$work/back"
    if ! diff "$work/wanted" "$work/back" >"$work/diff"; then
        echo "documents.sh: ${name##*/} the other way round: < wanted, > found"
        cat "$work/diff"
        failed=1
    fi
done

# expect WHAT MODE LINKS ALONE A B: the mode, how many links, and how many sentences without one.
expect() {
    mode=$("$diptych" align "$5" "$6" | sed -n '1s/[:;].*//p')
    found=$("$diptych" align --format tsv "$5" "$6" | tail -n +2 | cut -f4 |
        awk '{ alone += /^only/; links += !/^only/ } END { print links + 0, alone + 0 }')
    [ "$mode $found" = "$2 $3 $4" ] || {
        echo "documents.sh: $1: wanted $2 $3 $4, found $mode $found"
        failed=1
    }
}

# Reports that tell the same facts in the same order are hardly ever taken for translations.
taken=0 pairs=0
for pair in "${folder%/*}"/kept-mixed/*/; do
    pairs=$((pairs + 1))
    "$diptych" align "$pair"/a.*.txt "$pair"/b.*.txt | grep -q '^parallel' && taken=$((taken + 1))
done
[ "$pairs" -ge 16 ] && [ "$taken" -le 2 ] || {
    echo "documents.sh: $taken of $pairs pairs of reports are taken for translations"
    failed=1
}

# A third language tells nothing that could be linked; either side may be the other one; and what has
# both languages in each sentence follows its like.
printf '%s\n\n' 'Старик жил один у моря.' 'Каждый вечер он зажигал лампу.' 'Никто его не благодарил.' \
    'Однажды зимой пришла буря.' 'Волны доходили до самых окон.' 'Собака спряталась под стол.' \
    >"$work/third.txt"
for i in 11 12 13 14 15 16 17 18 19 20; do
    printf '老人 lit the lamp 每天晚上 %s 次。\n\nThe keeper 又点了 lamp number %s。\n\n' $i $i >>"$work/mixed.txt"
    printf 'The old man lit the lamp every evening %s times.\n\nThe keeper lit lamp number %s again.\n\n' \
        $i $i >>"$work/plain.txt"
done
expect 'a third language against Chinese' comparable 0 18 "$work/third.txt" "$folder/lighthouse.zh.txt"
expect 'a third language against English' comparable 0 35 "$folder/lighthouse.en.txt" "$work/third.txt"
expect 'English on both sides' parallel 29 0 "$folder/lighthouse.en.txt" "$folder/lighthouse.en.txt"
expect 'Chinese on both sides' parallel 12 0 "$folder/lighthouse.zh.txt" "$folder/lighthouse.zh.txt"
expect 'both languages in each sentence' parallel 20 0 "$work/mixed.txt" "$work/plain.txt"
expect 'both languages on both sides' parallel 20 0 "$work/mixed.txt" "$work/mixed.txt"
exit $failed
