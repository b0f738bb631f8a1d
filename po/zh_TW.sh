#!/bin/sh
# zh_TW.sh [--check]: writes anew from their simplified forms what is in traditional Chinese: the catalogue zh_TW.po,
# the manuals man/zh_TW/ and the tutor data/tutor/tutor.zh_TW.md. OpenCC's s2twp converts characters and common
# words; before and after it zh_TW.before.sed and zh_TW.after.sed see to the terms, which were checked by hand: look
# at the difference. With --check nothing is written, and what would change is told.
set -eu
command -v opencc >/dev/null || { echo 'zh_TW.sh: opencc is missing' >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stale=0

# convert FILE: in traditional Chinese, to standard output.
convert() {
    sed -f "$here/zh_TW.before.sed" "$1" >"$work/cn"
    opencc -c s2twp.json -i "$work/cn" -o "$work/tw"
    sed -f "$here/zh_TW.after.sed" "$work/tw"
}

# take FILE: FILE becomes $work/new, or is told to differ from it.
take() {
    cmp -s "$work/new" "$1" && return
    if [ "$check" = yes ]; then
        echo "zh_TW.sh: ${1#"$here"/../} is not what its simplified form makes"
        stale=1
    else
        cp "$work/new" "$1"
    fi
}

check=no
[ "${1:-}" = --check ] && check=yes

# Of the catalogue only translations are taken over; what stands in a msgid stays to the byte.
convert "$here/zh_CN.po" | sed -e 's/Chinese (simplified)/Chinese (traditional)/; s/"Language: zh_CN/"Language: zh_TW/' \
    -e 's/"tutor\.zh"/"tutor.zh_TW"/' >"$work/converted"
awk -v converted="$work/converted" '
    { if ((getline line < converted) <= 0) exit 1 }
    /^(msgid|#)/ { other = 0 }
    /^msgstr/ { other = 1 }
    { print other || /^# Chinese/ ? line : $0 }' "$here/zh_CN.po" >"$work/new"
take "$here/zh_TW.po"
[ "$check" = yes ] || mkdir -p "$here/../man/zh_TW"
for manual in "$here"/../man/zh_CN/*.[15]; do
    convert "$manual" >"$work/new"
    take "$here/../man/zh_TW/${manual##*/}"
done
convert "$here/../data/tutor/tutor.zh.md" | sed 's/^lang: zh$/lang: zh-TW/' >"$work/new"
take "$here/../data/tutor/tutor.zh_TW.md"
exit "$stale"
