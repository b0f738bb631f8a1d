#!/bin/sh
# languages.sh: is what people read told in their language, and what scripts read in English? Where msgfmt was missing
# there is nothing to ask.
#
#   choice   LANGUAGE, LC_ALL, LC_MESSAGES and LANG say which language, as with gettext, whether the locale is
#            installed or not; `set language` of diptychrc goes before them
#   data     the golden cases print and return the same in Chinese
set -u
[ -f "${BUILDDIR:-.}/po/zh_CN.mo" ] || {
    echo 'languages.sh: no catalogue was built'
    exit 77
}
diptych=${DIPTYCH:-$PWD/diptych}
failed=0

# says WORDS VARIABLE...: what the program complains of where only these are set.
says() {
    wanted=$1
    shift
    told=$(env -i PATH="$PATH" HOME="$HOME" "$@" "$diptych" show nosuch 2>&1)
    [ "$told" = "diptych: nosuch: $wanted" ] || {
        echo "FAIL: $*: $told"
        failed=1
    }
}
english='no article or file of that name' simplified='没有叫这个名字的文章或文件' traditional='沒有叫這個名字的文章或檔案'
says "$simplified" LC_ALL=C.UTF-8 LANGUAGE=zh_CN
says "$simplified" LANG=C.UTF-8 LC_MESSAGES=zh_CN.UTF-8
says "$simplified" LANG=C.UTF-8 LANGUAGE=xx:zh:en
says "$traditional" LC_CTYPE=C.UTF-8 LANG=zh_HK.UTF-8
says "$english" LANG=C.UTF-8 LANGUAGE=en:zh_CN
says "$english" LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8
says "$english" LC_ALL=C LANGUAGE=zh_CN
says "$english" LANGUAGE=zh_CN

folder=$(mktemp -d "${TMPDIR:-.}/languages.XXXXXX") || exit 99
folder=$(cd "$folder" && pwd)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/diptych"
echo 'set language zh_TW' >"$folder/diptych/diptychrc"
says "$traditional" LC_ALL=C.UTF-8 XDG_CONFIG_HOME="$folder"
echo 'set language en' >"$folder/diptych/diptychrc"
says "$english" LC_ALL=C.UTF-8 LANGUAGE=zh_CN XDG_CONFIG_HOME="$folder"

LC_ALL=C.UTF-8 LANGUAGE=zh_CN "$diptych" help | grep -q '打开阅读室' || { echo 'FAIL: help'; failed=1; }
LC_ALL=C.UTF-8 LANGUAGE=zh_CN "$diptych" words --since foo 2>&1 | grep -q '^diptych: --since: 要的是：2015' || {
    echo 'FAIL: what an option wants'
    failed=1
}
# Names of commands and files stay, though messages may be called like them.
echo 'source year' >"$folder/data"
LC_ALL=C.UTF-8 LANGUAGE=zh_CN "$diptych" --check-config "$folder/data" 2>&1 | grep -q "data:1: source: $folder/year: " || {
    echo 'FAIL: source is another word'
    failed=1
}
sh "${srcdir:-.}/tests/golden/run.sh" --language zh_CN && [ "$failed" = 0 ]
